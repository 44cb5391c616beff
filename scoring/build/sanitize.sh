#!/bin/sh
# Runs the C engine on sound and damaged model files under the address and undefined-behaviour
# sanitizers; any finding ends it with a trace and exit 1.   scoring/build/sanitize.sh [SEED]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
engine=$here/../../Sources/CEncoder
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
clang -fuse-ld=lld -std=c11 -O1 -g -Wall -Wextra -Werror -fno-sanitize-recover=all -fno-omit-frame-pointer \
  -fsanitize=address,undefined,float-cast-overflow -D_POSIX_C_SOURCE=200809L \
  -I"$engine/include" "$engine"/*.c "$here/mutate.c" -lm -o "$work/mutate"
cd "$here/../model"
"$work/mutate" "${1:-1}" minilm.tpm *.tpm ../acts/*.tpm
