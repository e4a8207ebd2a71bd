# shellcheck shell=sh disable=SC2034,SC2154
# What is released: tags as GTO writes them, and the list of files that a tag's commit holds.

is_name() {
    case $1 in
        '' | [!A-Za-z0-9]* | *[!A-Za-z0-9._-]*) return 1 ;;
    esac
}

# newer A B: A comes after B; a pre-release comes before its release.
newer() {
    printf '%s\n%s\n' "$1" "$2" | awk '
        { sub(/^v/, ""); i = index($0, "-"); pre[NR] = i ? substr($0, i + 1) : ""
          split(i ? substr($0, 1, i - 1) : $0, n, "."); for (k = 1; k < 4; k++) at[NR, k] = n[k] + 0 }
        END { for (k = 1; k < 4; k++) if (at[1, k] != at[2, k]) exit !(at[1, k] > at[2, k])
              exit !(pre[2] != "" && (pre[1] == "" || pre[1] > pre[2])) }'
}

# Lines "version COMMIT vX.Y.Z" and "stage COMMIT NAME N +|-"; other tags, however named, are none.
released() {
    [ -n "${MODEL_GET_REPO:-}" ] || die "MODEL_GET_REPO is not set; name the repository that has the tags"
    [ ! -d "$MODEL_GET_REPO" ] || MODEL_GET_REPO=$(cd "$MODEL_GET_REPO" && pwd)
    all=$(git ls-remote --tags -- "$MODEL_GET_REPO" "$model@*" "$model#*" 2>&1 </dev/null) ||
        die "$MODEL_GET_REPO does not answer: $all. Check the address and the network"
    printf '%s\n' "$all" | awk -v start="refs/tags/$model" '
        { name = $2; if (sub(/\^[{][}]$/, "", name)) peeled[name] = $1; else commit[name] = $1 }
        END { for (name in commit) {
            if (index(name, start) != 1) continue
            at = (name in peeled) ? peeled[name] : commit[name]
            rest = substr(name, length(start) + 1)
            if (rest ~ /^@v(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?$/)
                print "version", at, substr(rest, 2)
            else if (rest ~ /^#[a-z][a-z0-9_-]*!?#[0-9]+$/) {
                split(substr(rest, 2), part, "#"); off = sub(/!$/, "", part[1])
                print "stage", at, part[1], part[2], off ? "-" : "+" } } }'
}

# From those lines: each stage's commit, "NAME COMMIT". A commit's last tag says whether it is in
# the stage; of those that are, the one assigned last is.
assigned() {
    awk '$1 == "stage" { key = $3 " " $2
             if (!(key in last) || $4 + 0 > last[key]) { last[key] = $4 + 0; on[key] = $5 } }
         END { for (key in last) { split(key, part, " ")
                   if (on[key] == "+" && last[key] >= high[part[1]] + 0) {
                       high[part[1]] = last[key]; best[part[1]] = part[2] } }
               for (name in best) print name, best[name] }'
}

# stages_of VERSION: " #prod", from the lines of `released`.
stages_of() {
    all=$(cat)
    commit=$(printf '%s\n' "$all" | awk -v v="$1" '$1 == "version" && $3 == v {print $2}')
    printf '%s\n' "$all" | assigned | sort |
        awk -v c="$commit" '$2 == c {printf " #%s", $1}'
}

# highest: of the versions on its standard input.
highest() {
    best=
    while read -r one; do
        [ -n "$best" ] && ! newer "$one" "$best" || best=$one
    done
    printf '%s' "$best"
}

# The newest that is no pre-release and has not failed here.
newest() {
    awk '$1 == "version" && $3 !~ /-/ {print $3}' "$home/tmp/released" | while read -r one; do
        is_refused "$one$choice" || printf '%s\n' "$one"
    done | highest
}

staged() {
    commit=$(assigned <"$home/tmp/released" | awk -v stage="$1" '$1 == stage {print $2}')
    [ -n "$commit" ] || die "no version of $model is in stage $1; put one there (make stage), or name a version"
    found=$(awk -v c="$commit" '$1 == "version" && $2 == c {print $3}' "$home/tmp/released" | highest)
    [ -n "$found" ] || die "stage $1 of $model is on a commit without a version: $commit. Stage a released version"
    printf '%s' "$found"
}

# find_version WANTED: sets `version`. WANTED has a v or not, or is a stage, or empty.
find_version() {
    released >"$home/tmp/released"
    case $1 in
        '') version=$(newest) ;;
        [0-9]*) version=v$1 ;;
        v[0-9]*) version=$1 ;;
        *)
            is_name "$1" || die "'$1' is neither a version nor a stage; expected e.g. v1.2.0 or prod"
            version=$(staged "$1")
            ;;
    esac
    [ -n "$version" ] || return 0
    is_name "$version" || die "'$version' is no version; expected e.g. v1.2.0"
    awk -v v="$version" '$1 == "version" && $3 == v {n++} END {exit !n}' "$home/tmp/released" ||
        die "$model has no version $version in $MODEL_GET_REPO; model-get list $model names them"
}

# The release's list, checked to the last letter: tmp/all and, of what is wanted here, tmp/files,
# as "SHA256 MD5 BYTES NAME"; what else it says in tmp/header.
read_release() {
    tag=refs/tags/$model@$version list=releases/$model.txt git=$home/tmp/git
    git -c init.defaultBranch=main init -q --bare "$git"
    git -C "$git" remote add origin "$MODEL_GET_REPO"
    said=$(git -C "$git" -c gc.auto=0 -c maintenance.auto=false fetch -q --no-tags --depth=1 \
        --filter=blob:none origin "$tag:$tag" 2>&1 </dev/null) ||
        die "cannot read $model@$version from $MODEL_GET_REPO: $said. Check the network, then ask again"
    said=$(git -C "$git" cat-file blob "$tag:$list" 2>&1 >"$home/tmp/release" </dev/null) ||
        die "the tag $model@$version holds no $list: $said. Release it again"
    said=$(awk -v tag="$model $version" -v all="$home/tmp/all" -v header="$home/tmp/header" '
        function bad(why) { print "line " NR ": " why; failed = 1; exit 1 }
        BEGIN { printf "" > all; printf "" > header }
        /^#/ || /^$/ { next }
        $1 == "release" { if (NF != 3 || $2 " " $3 != tag || named++) bad("no release " tag); next }
        $1 == "remote" || $1 == "endpoint" || $1 == "region" {
            if (NF != 2 || seen[$1]++) bad("expected one " $1); print > header; next }
        NF != 4 { bad("expected SHA-256, MD5, bytes and name, found " NF " fields") }
        length($1) != 64 || $1 ~ /[^0-9a-f]/ { bad("no SHA-256: " $1) }
        length($2) != 32 || $2 ~ /[^0-9a-f]/ { bad("no MD5: " $2) }
        length($3) > 15 || $3 !~ /^(0|[1-9][0-9]*)$/ { bad("no number of bytes: " $3) }
        $4 !~ /^[A-Za-z0-9][A-Za-z0-9._-]*$/ { bad("no plain file name: " $4) }
        $4 == "settings.env" || seen[$4]++ { bad("this name is taken: " $4) }
        { print $1, $2, $3, $4 > all; count++ }
        END { if (!failed && (!named || !count)) bad("expected a release line and files") }
    ' "$home/tmp/release") || die "$list of $model@$version is refused, $said. Release it again"
    choose
}

# One GGUF, and what belongs to every one.
choose() {
    gguf=$(awk -v end="${MODEL_GET_QUANT:+-$MODEL_GET_QUANT}.gguf" '
        substr($4, length($4) - length(end) + 1) == end {print $4; exit}' "$home/tmp/all")
    [ -n "$gguf" ] || die "$model@$version has no ${MODEL_GET_QUANT:-GGUF} file, only $(
        awk '{printf "%s ", $4}' "$home/tmp/all"); set MODEL_GET_QUANT to one of these"
    awk -v gguf="$gguf" '$4 == gguf || $4 !~ /\.gguf$/' "$home/tmp/all" >"$home/tmp/files"
}

header() { [ ! -f "$home/tmp/header" ] || awk -v key="$1" '$1 == key {print $2}' "$home/tmp/header"; }
