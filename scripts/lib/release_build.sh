# shellcheck shell=bash
# The release build, for the scripts that run it. They set `root` before they source this file.
: "${root:?}"
source "$root/scripts/lib/run_quietly.sh"

release_binary() { echo "$root/.build/release/$1"; }

# build_release PRODUCT
build_release() {
  local product="$1"
  local stamp="$root/.build/$product.stamp"
  mkdir -p "$root/.build"
  # Where it is missing the build writes it, and it would be newer than the stamp.
  [[ -e "$root/Package.resolved" ]] || run_quietly swift package --package-path "$root" resolve
  # The stamp has the time of the start: a source changed while it is built is newer.
  touch "$stamp.new"
  run_quietly swift build --package-path "$root" -c release --product "$product"
  mv "$stamp.new" "$stamp"
}

# Whether nothing was changed since PRODUCT was built here. Asking SwiftPM takes seconds; the binary's
# own time would not do, because a change that alters no code leaves the binary as it was.
release_is_fresh() {
  local product="$1" changed
  local stamp="$root/.build/$product.stamp"
  [[ -x "$(release_binary "$product")" && -f "$stamp" ]] || return 1
  # -L, because the schemas are linked into the sources; folders tell of files taken away.
  changed="$(find -L "$root/Sources" "$root"/Package.* "$root/scripts/lib/release_build.sh" \
    -newer "$stamp" -print -quit)"
  [[ -z "$changed" ]]
}
