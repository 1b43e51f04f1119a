#!/bin/sh
# Makes the virtual environment: setup.sh PYTHON VENV. Everything comes as a wheel; only Flagstaff itself is built.
set -eu
python=$1
venv=$2
command -v "$python" >/dev/null 2>&1 || {
    echo "setup: $python is not installed; install Python 3.11 to 3.14 (Debian: apt-get install python3 python3-venv)" >&2
    exit 1
}
version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
case "$version" in
3.11 | 3.12 | 3.13 | 3.14) ;;
*)
    echo "setup: $python is Python $version; Flagstaff runs on 3.11 to 3.14 (several libraries have no wheel for others)." >&2
    echo "       Name another one: make setup PYTHON=python3.12" >&2
    exit 1
    ;;
esac
if [ ! -x "$venv/bin/python" ]; then
    echo "setup: making $venv with Python $version"
    "$python" -m venv "$venv" 2>/dev/null || {
        rm -rf "$venv"
        echo "setup: this Python cannot make virtual environments; install its venv package" >&2
        echo "       (Debian and Ubuntu: apt-get install python$version-venv)" >&2
        exit 1
    }
fi
echo "setup: installing uv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check "uv>=0.5"
echo "setup: installing the locked libraries (about 400 MB; one to three minutes on a slow line)"
UV_PYTHON_DOWNLOADS=never VIRTUAL_ENV="$venv" "$venv/bin/uv" sync --frozen --no-build --inexact --quiet --python "$venv/bin/python"
echo "setup: compiling what searches articles (once; a minute)"
"$venv/bin/python" -m service.screening.warm
echo "setup: done; the command is $venv/bin/flagstaff"
