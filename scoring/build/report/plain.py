"""What every figure stands beside: TF-IDF of words, word pairs and letter runs under a linear model of scikit-learn."""

from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression, Ridge

NAME = "tf-idf + lr"
SETTINGS = (
    dict(ngram_range=(1, 2), token_pattern=r"\b\w+\b"),
    dict(analyzer="char_wb", ngram_range=(3, 5)),
)


def features(train, test):
    """Sparse rows of the texts to learn from, and of the others; the vocabulary is that of the first."""
    pairs = []
    for setting in SETTINGS:
        vectors = TfidfVectorizer(sublinear_tf=True, **setting)
        pairs.append((vectors.fit_transform(train), vectors.transform(test)))
    return sparse.hstack([a for a, _ in pairs]).tocsr(), sparse.hstack([b for _, b in pairs]).tocsr()


def probabilities(train, labels, test, balanced=False):
    """The labels in order, and one row of probabilities a test text."""
    weight = "balanced" if balanced else None
    learn, rest = features(train, test)
    model = LogisticRegression(C=10, max_iter=200, class_weight=weight).fit(learn, labels)
    return list(model.classes_), model.predict_proba(rest)


def numbers(train, wanted, test):
    """A ridge regression's number for each test text."""
    learn, rest = features(train, test)
    return Ridge(alpha=1).fit(learn, wanted).predict(rest)
