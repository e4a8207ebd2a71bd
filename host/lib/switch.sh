# shellcheck shell=sh disable=SC2154
# Switching from version to version, so that a kill at any moment leaves what the next call ends.
#
# The file `pending` is there while a switch is not known to have worked. It says
#     on TARGET OLD OLDER      `current` goes to TARGET; if that fails, back to OLD and OLDER
#     back TARGET - OLDER      `current` and `previous` go to TARGET and OLDER; no way further
# where `-` is none.

linked() { if [ -L "$home/$1" ]; then basename "$(readlink "$home/$1")"; else echo -; fi; }
pending() { cat "$home/pending" 2>/dev/null || echo - - - -; }

plan() {
    printf '%s\n' "$*" >"$home/tmp/pending"
    put "$home/tmp/pending" "$home/pending"
}

# point LINK ID: to versions/ID; `-` removes the link.
point() {
    if [ "$2" = - ]; then rm -f "$home/$1"; else link "versions/$2" "$home/$1"; fi
    sync "$home"
}

# Versions that failed here, or were taken back, one a line.
is_refused() { [ -f "$home/refused" ] && grep -Fqx -e "$1" "$home/refused"; }

refuse() {
    { accepted "$1" && printf '%s\n' "$1"; } >"$home/tmp/refused"
    put "$home/tmp/refused" "$home/refused"
}

accept() {
    is_refused "$1" || return 0
    accepted "$1" >"$home/tmp/refused"
    put "$home/tmp/refused" "$home/refused"
}

# The list without one of them.
accepted() { [ ! -f "$home/refused" ] || grep -Fvx -e "$1" "$home/refused" || :; }

# before ID ID: sets old and older to them, or to those of a switch that was cut off: what it
# switched to has never worked, and `previous` may not be written yet.
before() {
    case $(pending) in
        "on $(linked current) "*) read -r _ _ old older <"$home/pending" ;;
        *) old=$1 older=$2 ;;
    esac
}

switch() {
    before "$(linked current)" "$(linked previous)"
    if [ "$old" = "$1" ]; then old=$older older=-; fi
    plan on "$1" "$old" "$older"
    point current "$1"
    point previous "$old"
    settle
}

# The rest of a switch: the server's side, and back where that fails.
settle() {
    read -r how target old older <"$home/pending"
    link_host
    if restart && ask; then
        rm -f "$home/pending"
        if [ "$target" = - ]; then
            say "no $model is installed now"
        else
            [ "$how" = back ] || accept "$target"
            say "$model $target is current"
        fi
        prune
        return
    fi
    if [ "$how" = back ]; then
        rm -f "$home/pending"
        die "$model $target is current again, but the server failed with it too; look at the server"
    fi
    refuse "$target"
    say "$model $target failed; going back"
    failing=$target
    plan back "$old" - "$older"
    go_back
    die "$model $failing failed and was taken back; upgrades pass it over from now on"
}

go_back() {
    read -r _ target _ older <"$home/pending"
    point current "$target"
    point previous "$older"
    settle
}

# Ends a way back that was cut off; false where there is none.
finish_back() {
    case $(pending) in
        back*) go_back ;;
        *) return 1 ;;
    esac
}

rollback() {
    [ -d "$home/versions" ] || die "$model is not installed here; model-get install $model installs it"
    hold
    ! finish_back || return 0
    current=$(linked current)
    [ "$current" != - ] || die "$model is not installed here; model-get install $model installs it"
    before "$(linked previous)" -
    [ "$old" = - ] || [ -d "$home/versions/$old" ] || die "$model $old is gone; install it by name"
    [ "$old" != - ] || die "nothing is known to go back to from $current; install a version by name"
    refuse "$current"
    plan back "$old" - "$older"
    go_back
}

# Whatever is neither current nor previous goes, but for the newest up to the number to keep.
prune() {
    more=${MODEL_GET_KEEP:-3}
    for link in current previous; do
        [ ! -L "$home/$link" ] || more=$((more - 1))
    done
    # shellcheck disable=SC2012
    ls -1t "$home/versions" | while read -r id; do
        case $id in "$(linked current)" | "$(linked previous)") continue ;; esac
        more=$((more - 1))
        [ "$more" -lt 0 ] || continue
        mv -T "$home/versions/$id" "$home/versions/.$id"
        rm -rf "$home/versions/.$id"
    done
}
