# shellcheck shell=bash

# run_quietly COMMAND...: its output goes to standard error, and only where it fails.
run_quietly() {
  local log
  log="$(mktemp)"
  if ! "$@" >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}
