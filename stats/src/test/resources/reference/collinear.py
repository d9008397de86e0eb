# Nearly collinear columns, in arithmetic of 60 digits (200 bits). Run in this folder: python3 collinear.py (mpmath). It
# writes ../data/collinear.csv (invented) and collinear.csv.
#
# near3 to near6 are x plus noise in its third to sixth digit, as doubles; sum is x + z plus noise in the fifth digit; year is
# a calendar year, whose square goes with it to six digits. Newton's method from 0 until steps are below 1e-45; errors are
# from the expected information, of the linear model with the residual variance. All terms are canonical.
import csv
import mpmath as mp
import random

mp.mp.dps = 60
random.seed(20)
n = 160
names = ["y", "count", "measure", "x", "z", "near3", "near4", "near5", "near6", "sum", "year"]
data = []
for i in range(n):
    x = random.gauss(0, 1)
    z = random.gauss(0, 1)
    u = [random.gauss(0, 1) for _ in range(5)]
    year = 1990 + random.randrange(31)
    eta = 0.5 * x - 0.3 * z + 0.2 * u[0] - 0.2
    p = float(1 / (1 + mp.exp(-eta)))
    y = 1 if random.random() < p else 0
    count = sum(1 for _ in range(12) if random.random() < p / 3)
    data.append([y, count, 3 + eta + random.gauss(0, 0.5), x, z, x + 1e-3 * u[0], x + 1e-4 * u[1], x + 1e-5 * u[2],
                 x + 1e-6 * u[3], x + z + 1e-5 * u[4], year])
with open("../data/collinear.csv", "w") as file:
    file.write(",".join(names) + "\n")
    for row in data:
        file.write(",".join(repr(v) for v in row) + "\n")
column = {name: [mp.mpf(row[j]) for row in data] for j, name in enumerate(names)}
column["I(year^2)"] = [v**2 for v in column["year"]]
column["I(year^3)"] = [v**3 for v in column["year"]]

models = [("logistic", "y"), ("poisson", "count"), ("linear", "measure")]
right = ["x + near3", "x + near4 + z", "x + near5", "near6 + x + z", "x + z + sum", "near3 + near4 + near5 + x",
         "year + I(year^2)", "year + I(year^2) + I(year^3)"]


def fit(model, y, X):
    p = len(X)
    beta = mp.zeros(p, 1)
    if model == "poisson":
        beta[0] = mp.log(sum(y) / n)
    for _ in range(100):
        eta = [sum(beta[j] * X[j][i] for j in range(p)) for i in range(n)]
        if model == "logistic":
            mu = [1 / (1 + mp.exp(-e)) for e in eta]
            w = [m * (1 - m) for m in mu]
        elif model == "poisson":
            mu = [mp.exp(e) for e in eta]
            w = mu
        else:
            mu, w = eta, [mp.mpf(1)] * n
        A = mp.matrix(p)
        g = mp.matrix(p, 1)
        for j in range(p):
            g[j] = sum(X[j][i] * (y[i] - mu[i]) for i in range(n))
            for k in range(j + 1):
                A[j, k] = A[k, j] = sum(X[j][i] * X[k][i] * w[i] for i in range(n))
        step = mp.lu_solve(A, g)
        beta += step
        if max(abs(s) / (1 + abs(b)) for s, b in zip(step, beta)) < mp.mpf(10) ** -40:
            break
    inverse = A**-1
    scale = sum((a - b) ** 2 for a, b in zip(y, mu)) / (n - p) if model == "linear" else 1
    return beta, [mp.sqrt(inverse[j, j] * scale) for j in range(p)]


with open("collinear.csv", "w") as file:
    file.write("# Python mpmath %s, 60 digits, written by collinear.py\n" % mp.__version__)
    file.write("model,formula,term,estimate,std_error,digits\n")
    for model, outcome in models:
        for terms in right:
            parts = terms.split(" + ")
            beta, errors = fit(model, column[outcome], [[mp.mpf(1)] * n] + [column[t] for t in parts])
            for term, b, s in zip(["(Intercept)"] + parts, beta, errors):
                file.write("%s,%s ~ %s,%s,%s,%s,9\n" % (model, outcome, terms, term, mp.nstr(b, 20), mp.nstr(s, 20)))
