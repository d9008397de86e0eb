"""python3 peers.py FOLDER : seconds of statsmodels' Logit and scikit-learn's lbfgs on dense.bin."""
import sys
import time
from pathlib import Path

import numpy as np
import statsmodels.api as sm
from sklearn.linear_model import LogisticRegression

ROWS, COLUMNS = 1_000_000, 20
data = np.fromfile(Path(sys.argv[1]) / "dense.bin", "<f8").reshape(COLUMNS + 1, ROWS)
y, x = data[0], np.ascontiguousarray(data[1:].T)


def seconds(work):
    best = float("inf")
    for _ in range(2):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


print("statsmodels", seconds(lambda: sm.Logit(y, sm.add_constant(x)).fit(disp=0).bse))
print("scikit-learn", seconds(lambda: LogisticRegression(C=np.inf, solver="lbfgs").fit(x, y)))
