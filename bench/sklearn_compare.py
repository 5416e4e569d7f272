"""Trains scikit-learn's forest and network on the rows that TrainingBenchmark wrote; see bench/train.

Arguments: the folder of the files, the number of features, and of the forest's trees, whose time is scaled to 100. Prints seconds and out-of-sample AUC as name=value.
"""

import sys
import time
import warnings
from pathlib import Path

import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.exceptions import ConvergenceWarning
from sklearn.metrics import roc_auc_score
from sklearn.neural_network import MLPClassifier

SEED = 42
TREES = 100
CLIP = 5

warnings.simplefilter("ignore", ConvergenceWarning)  # the epochs are given


def read(folder, name, width):
    values = np.fromfile(folder / f"{name}.f32", dtype="<f4").reshape(-1, width)
    return values, np.fromfile(folder / f"{name}.u8", dtype=np.uint8)


def measure(name, model, train, test, scale=1):
    begin = time.perf_counter()
    model.fit(*train)
    seconds = (time.perf_counter() - begin) * scale
    auc = roc_auc_score(test[1], model.predict_proba(test[0])[:, 1])
    return f"sklearn_{name}_s={seconds:.2f} sklearn_{name}_auc={auc:.5f}"


def standardised(train, test):
    """As our network sees them: mean 0, deviation 1, clipped; learned from the training rows."""
    mean, deviation = train[0].mean(axis=0, dtype=float), train[0].std(axis=0, dtype=float)
    factor = np.divide(1, deviation, out=np.zeros_like(deviation), where=deviation > 0)
    return [
        (np.clip((values - mean) * factor, -CLIP, CLIP).astype(np.float32), labels)
        for values, labels in (train, test)
    ]


def main():
    folder, width, trees = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    train, test = read(folder, "train", width), read(folder, "test", width)
    forest = RandomForestClassifier(trees, max_depth=10, n_jobs=-1, random_state=SEED)
    network = MLPClassifier((64, 32, 16), max_iter=5, batch_size=1024, random_state=SEED)
    print(
        measure("forest", forest, train, test, TREES / trees),
        measure("mlp", network, *standardised(train, test)),
    )


main()
