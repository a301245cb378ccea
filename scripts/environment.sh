# Makes the environments that the other scripts run in. Sourced by them; does nothing when the environment is there.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# Where this is set, as in many containers, each of the processes that the tests start would compile the package anew.
unset PYTHONDONTWRITEBYTECODE

# The first Python on the machine that is new enough, or the one that $PYTHON names.
find_python() {
    local candidate candidates=(python3 python3.15 python3.14 python3.13 python3.12 python3.11 python3.10 python)
    if [[ -n ${PYTHON:-} ]]; then
        candidates=("$PYTHON")
    fi
    for candidate in "${candidates[@]}"; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    echo "Python 3.10 or newer is needed; none was found. PYTHON=/path/to/python $0 names one." >&2
    return 1
}

# environment FOLDER PIP-ARGUMENT...: a virtual environment in which `pip install PIP-ARGUMENT...` was done.
# It is kept until pyproject.toml changes, of which it holds a copy for each set of arguments.
environment() {
    local folder=$1 python stamp
    shift
    stamp="$folder/installed$(echo "-$*" | tr -cs 'A-Za-z0-9\n' '-')"
    if [[ -x $folder/bin/python ]] && cmp -s pyproject.toml "$stamp"; then
        return
    fi
    local started=$SECONDS
    echo "Preparing $folder (once, and after changes of pyproject.toml): pip install $*" >&2
    if [[ ! -x $folder/bin/python ]]; then
        python=$(find_python) || return 1
        rm -rf "$folder"
        "$python" -m venv "$folder" || { rm -rf "$folder"; return 1; }
    fi
    # The pip that comes with Python 3.10 knows no dependency groups.
    "$folder/bin/python" -m pip install --quiet --quiet --upgrade 'pip>=25.1' || return 1
    "$folder/bin/python" -m pip install --quiet --quiet "$@" || return 1
    cp pyproject.toml "$stamp"
    tell_prepared "$folder" "$started"
}

# tell_prepared FOLDER SECONDS: says how long it took since then, and how much room FOLDER takes.
tell_prepared() {
    echo "Prepared $1 in $((SECONDS - $2)) s, $(du -sh "$1" | cut -f1)." >&2
}

# node_environment FOLDER PACKAGE@VERSION: a folder with a package of npm, kept until another version is asked for.
# Without node, or without a way to the registry, there is none: what needs it says so.
node_environment() {
    local folder=$1 package=$2 bounded=()
    if ! command -v npm >/dev/null || [[ -f $folder/installed && $(<"$folder/installed") == "$package" ]]; then
        return
    fi
    local started=$SECONDS
    echo "Preparing $folder (once, and for each new version): npm install $package" >&2
    rm -rf "$folder"
    mkdir "$folder"
    # One try: npm can wait for a registry without end, and the tests can do without.
    if command -v timeout >/dev/null; then
        bounded=(timeout 120)
    fi
    # Spelled so for the Bash of macOS, to which an empty array is an unset variable.
    if ${bounded[@]+"${bounded[@]}"} npm install --prefix "$folder" --no-package-lock --no-audit --no-fund --fetch-retries 0 --fetch-timeout 30000 \
        "$package" >"$folder/npm.log" 2>&1; then
        echo "$package" >"$folder/installed"
        tell_prepared "$folder" "$started"
    else
        echo "npm could not install $package, so the tests that need it are skipped: $(tail -n 1 "$folder/npm.log")" >&2
        rm -rf "$folder"
    fi
}
