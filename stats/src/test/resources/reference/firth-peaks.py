# Profile limits of a penalized likelihood with several peaks, by brute force. Run in this folder:
#   python3 firth-peaks.py        (numpy, scipy, mpmath; writes firth-peaks.csv; some minutes)
#
# combination ~ x + a + b of ../data/separation.csv is separated; with one coefficient held far out, the penalized
# likelihood (Firth 1993) has several peaks in the others, one for each way to put the dividing plane through the data.
# Each held value is searched from many random starts for every peak; each peak is followed to where twice the loss is the
# quantile of chi-square, in arithmetic of 60 digits; then new starts look for a higher one at the limit of the highest.
# The lower limit of b is -46.96: at -34.70, where a search from the estimate alone ends on the third peak (a loss of 3.841),
# the highest has lost 2.917.
import csv
import mpmath as mp
import numpy as np
from scipy.optimize import minimize

mp.mp.dps = 60
rows = list(csv.DictReader(open("../data/separation.csv")))
y = np.array([float(r["combination"]) for r in rows])
names = ["(Intercept)", "x", "a", "b"]
X = np.array([[1.0] + [float(r[n]) for n in names[1:]] for r in rows])
kinds = {}
for row, outcome in zip(X, y):
    kinds[(tuple(row), outcome)] = kinds.get((tuple(row), outcome), 0) + 1
MPX = [([mp.mpf(v) for v in k[0]], int(k[1]), n) for k, n in kinds.items()]
Q = mp.mpf("3.8414588206941254")  # qchisq(0.95, 1)


def quick(beta):
    eta = X @ beta
    value = -np.sum(np.logaddexp(0, np.where(y == 1, -eta, eta)))
    rows_ = X * np.exp((-np.logaddexp(0, -eta) - np.logaddexp(0, eta)) / 2)[:, None]
    r = np.linalg.qr(rows_[np.argsort(-np.abs(rows_).max(1))], mode="r")
    return value + np.sum(np.log(np.abs(np.diag(r)) + 1e-300))


def exact(beta):
    value = mp.mpf(0)
    information = mp.zeros(4)
    for x, outcome, n in MPX:
        eta = sum(b * v for b, v in zip(beta, x))
        value -= n * mp.log1p(mp.exp(-eta if outcome else eta))
        w = n / (2 + mp.exp(eta) + mp.exp(-eta))
        for j in range(4):
            for k in range(4):
                information[j, k] += w * x[j] * x[k]
    return value + mp.log(mp.det(information)) / 2


def newton(beta, free):
    h = mp.mpf(10) ** -14
    beta = [mp.mpf(b) for b in beta]
    m = len(free)

    def at(shift):
        moved = list(beta)
        for k, s in zip(free, shift):
            moved[k] += s * h
        return exact(moved)

    for _ in range(30):
        here = at([0] * m)
        unit = [[int(i == j) for j in range(m)] for i in range(m)]
        up = [at(unit[i]) for i in range(m)]
        down = [at([-u for u in unit[i]]) for i in range(m)]
        g = mp.matrix([(up[i] - down[i]) / (2 * h) for i in range(m)])
        H = mp.zeros(m)
        for i in range(m):
            H[i, i] = (up[i] - 2 * here + down[i]) / h**2
            for j in range(i):
                both = at([u + v for u, v in zip(unit[i], unit[j])])
                H[i, j] = H[j, i] = (both - up[i] - up[j] + here) / h**2
        step = mp.lu_solve(-H, g)
        for k, s in zip(free, step):
            beta[k] += s
        if mp.norm(step) < mp.mpf(10) ** -16:
            break
    return beta, exact(beta)


def held(j, value, start):
    free = [k for k in range(4) if k != j]

    def cost(u):
        beta = np.empty(4)
        beta[j] = value
        beta[free] = u
        return -quick(beta)

    u = np.asarray(start, float)
    for _ in range(3):
        u = minimize(cost, u, method="Nelder-Mead", options=dict(xatol=1e-9, fatol=1e-13, maxiter=4000)).x
    return u, -cost(u)


best, top = newton(minimize(lambda b: -quick(b), [-1, 5, 7, -8], method="Nelder-Mead",
                            options=dict(xatol=1e-10, fatol=1e-13, maxiter=20000)).x, [0, 1, 2, 3])
peak = np.array([float(b) for b in best])
random = np.random.default_rng(1)


def peaks(j, value, starts):
    free = [k for k in range(4) if k != j]
    found = []
    for i in range(starts):
        ray = peak[free] * (value / peak[j] if i % 2 else 1)
        u, height = held(j, value, ray * np.exp(0.5 * random.normal(size=3)) + 2 * random.normal(size=3))
        if all(abs(height - h) > 1e-5 for _, h in found):
            found.append((u, height))
    return sorted(found, key=lambda f: -f[1])


def crossing(j, value, u):
    """Follows one peak to the quantile: secant steps in double, the last ones exact."""
    free = [k for k in range(4) if k != j]
    def excess(v, start, exactly):
        w, height = held(j, v, start)
        if not exactly:
            return w, 2 * (float(top) - height) - float(Q)
        beta, value_ = newton(np.insert(w, j, v), free)
        return [float(b) for k, b in enumerate(beta) if k != j], 2 * (top - value_) - Q
    a, b = value, value * 1.02
    ua, fa = excess(a, u, False)
    ub, fb = excess(b, ua * b / a, False)
    for i in range(40):
        exactly = i > 6
        c = b - fb * (b - a) / (fb - fa) if fb != fa else b
        if abs(c - b) < 1e-13 * abs(b):
            return float(c), ub
        a, fa, ua = b, fb, ub
        ub, fb = excess(float(c), np.asarray(ub), exactly)
        b = float(c)
    return b, ub


out = []
for j, name in enumerate(names):
    for side in (-1, 1):
        # Out to where every peak has lost more
        v = peak[j]
        step = 0.5 if j == 0 else 1.0
        while 2 * (float(top) - peaks(j, v, 4)[0][1]) < float(Q):
            v += side * step
            step *= 1.5
        inner = v - side * step / 1.5
        found = peaks(j, (v + inner) / 2, 40)[:2]
        limits = [crossing(j, (v + inner) / 2, u)[0] for u, _ in found]
        at = peaks(j, limits[0], 40)[0]
        loss = 2 * (float(top) - at[1])
        while loss < float(Q) - 1e-6:  # a higher peak has come up on the way
            found.insert(0, at)
            limits.insert(0, crossing(j, limits[0], at[0])[0])
            at = peaks(j, limits[0], 40)[0]
            loss = 2 * (float(top) - at[1])
        print(name, side, limits, loss, flush=True)
        out.append([name, "lower" if side < 0 else "upper", repr(limits[0]), 9])
with open("firth-peaks.csv", "w") as file:
    file.write("# Python mpmath %s, written by firth-peaks.py: combination ~ x + a + b, level 0.95\n" % mp.__version__)
    file.write("term,side,limit,digits\n")
    for line in out:
        file.write(",".join(str(v) for v in line) + "\n")
