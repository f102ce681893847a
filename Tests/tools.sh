# What the checks with programs of others share. A `run` says its name and sources this, which takes the first
# of its arguments: --install installs the packages of Debian that it needs; --prepare gets all that it needs,
# and nothing is run then.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
python=${PYTHON:-python3}
export PIP_DISABLE_PIP_VERSION_CHECK=1

asked=""
case ${1:-} in --install | --prepare)
  asked=$1
  shift
  ;;
esac

# debian PACKAGE...: installs what is missing of them, where that is asked for and there is apt.
debian() {
  [ -n "$asked" ] && command -v apt-get >/dev/null || return 0
  local package missing=() as_root
  for package; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ "${#missing[@]}" != 0 ] || return 0
  as_root=$([ "$(id -u)" = 0 ] || echo sudo)
  $as_root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# A Python that makes environments; and where they are kept for the next time, as `cache`.
find_python() {
  if ! "$python" -c 'import sys, venv; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; then
    echo "$name: no Python 3.10 or later with venv here, so nothing was run"
    exit 0
  fi
  cache=${XDG_CACHE_HOME:-${HOME:-}/.cache}/overfit/$name
  mkdir -p "$cache" 2>/dev/null || cache=${TMPDIR:-/tmp}/overfit/$name
  mkdir -p "$cache"
  export PYTHONPYCACHEPREFIX=$cache/bytecode
}

# environment FOLDER: a virtual environment with what is required in the folder; its Python is `tools`.
environment() {
  local wanted
  find_python
  wanted="$("$python" --version) $(cksum <"$1/requirements.txt")"
  if [ "$(cat "$cache/wanted" 2>/dev/null)" != "$wanted" ]; then
    rm -rf "$cache/environment"
    "$python" -m venv "$cache/environment"
    if ! "$cache/environment/bin/python" -m pip install --quiet --retries 1 -r "$1/requirements.txt" \
      >"$cache/install.log" 2>&1; then
      echo "$name: nothing can be installed from here: $(grep -m 1 '^ERROR' "$cache/install.log")"
      exit 0
    fi
    echo "$wanted" >"$cache/wanted"
  fi
  tools=$cache/environment/bin/python
}

# Ends here, where all is only to be got.
prepared() { [ "$asked" != --prepare ] || exit 0; }

# find_program [PROGRAM]: the program that is tested, as `OVERFIT`.
find_program() {
  local program candidates=("${1:-}")
  if [ -z "${1:-}" ]; then
    candidates=("${OVERFIT:-}" "$root"/.build/{release,debug}/overfit "$(command -v overfit || true)")
  fi
  for program in "${candidates[@]}"; do
    if [ -n "$program" ] && [ -x "$program" ]; then
      OVERFIT=$(realpath "$program")
      export OVERFIT
      return
    fi
  done
  echo "$name: there is no program to test; OVERFIT=/path/of/overfit names one"
  exit 1
}

# A browser, as `browser`, which is empty where there is none.
find_browser() {
  local candidate
  for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    browser=$([ -z "$candidate" ] || command -v "$candidate" || true)
    [ -z "$browser" ] || return 0
  done
}
