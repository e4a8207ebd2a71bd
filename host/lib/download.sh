# shellcheck shell=sh disable=SC2154
# Files of DVC's remote, resumed where they were cut off, and never taken without their SHA-256.

bytes() { if [ -f "$1" ]; then wc -c <"$1" | tr -d ' '; else echo 0; fi; }
lines() { wc -l <"$1" | tr -d ' '; }
is_right() { [ "$(sha256sum <"$1" | cut -c 1-64)" = "$2" ]; }

check_remote() {
    remote=${MODEL_GET_REMOTE:-$(header remote)}
    case $remote in
        '') die "where are the files? The release names no remote: set MODEL_GET_REMOTE" ;;
        s3://*[!A-Za-z0-9._/-]*) die "$remote: only letters, digits and . _ / - can be signed; rename the place" ;;
        s3://?* | http://?* | https://?* | file:///* | /*) ;;
        *) die "$remote: expected s3://BUCKET/PREFIX, http(s)://… or a folder's whole path" ;;
    esac
    case $remote in s3://*)
        curl --version | awk 'NR == 1 {split($2, v, "."); exit v[1] * 1000 + v[2] < 7088}' ||
            die "curl 7.88 or newer is needed to sign for S3; an HTTP remote works with this one"
        ;;
    esac
}

# A line of configuration, which curl reads from its standard input: no secret is an argument.
setting() { printf '%s = "%s"\n' "$1" "$(printf '%s' "$2" | tr -d '\r\n' | sed 's/[\\"]/\\&/g')"; }

# address MD5: where that object is, as settings.
address() {
    object=files/md5/$(printf '%s' "$1" | sed 's/^../&\//')
    case $remote in
        s3://*) sign "${remote#s3://}" ;;
        http*)
            setting url "${remote%/}/$object"
            say location
            setting proto-redir "=${remote%%:*},https"
            [ -z "${MODEL_GET_HTTP_HEADER:-}" ] || setting header "$MODEL_GET_HTTP_HEADER"
            ;;
        *)
            folder=$(printf '%s' "${remote#file://}" | sed 's/%/%25/g; s/ /%20/g; s/#/%23/g; s/?/%3F/g')
            setting url "file://${folder%/}/$object"
            ;;
    esac
}

# sign BUCKET/PREFIX
sign() {
    bucket=${1%%/*} prefix=
    case $1 in */?*) prefix=${1#*/} prefix=${prefix%/}/ ;; esac
    region=${AWS_REGION:-${AWS_DEFAULT_REGION:-$(header region)}}
    region=${region:-us-east-1}
    endpoint=${AWS_ENDPOINT_URL_S3:-${AWS_ENDPOINT_URL:-$(header endpoint)}}
    endpoint=${endpoint:-https://s3.$region.amazonaws.com}
    setting url "${endpoint%/}/$bucket/$prefix$object"
    if [ -n "${AWS_ACCESS_KEY_ID:-}" ]; then
        setting aws-sigv4 "aws:amz:$region:s3"
        # S3 wants the body's hash signed; curl before 8 leaves it out. This is that of no body.
        setting header "x-amz-content-sha256: $(sha256sum </dev/null | cut -c 1-64)"
        setting user "$AWS_ACCESS_KEY_ID:${AWS_SECRET_ACCESS_KEY:-}"
        [ -z "${AWS_SESSION_TOKEN:-}" ] || setting header "x-amz-security-token: $AWS_SESSION_TOKEN"
    fi
}

# transfer PART MD5 BYTES: continues PART. The limit stops a server that never ends.
transfer() {
    address "$2" | (
        ulimit -f $(($3 / 512 + 8)) 2>/dev/null || :
        exec curl -q --config - --globoff --fail --silent --show-error --continue-at - \
            --proto =http,https,file --max-redirs 5 \
            --connect-timeout 20 --speed-limit 1000 --speed-time 60 --max-filesize "$3" \
            --output "$1" --write-out '%{http_code}' >"$home/tmp/status" 2>"$home/tmp/error"
    )
}

# fetch SHA256 MD5 BYTES NAME: partial/SHA256 holds exactly these bytes. Wrong bytes that came in
# several pieces are fetched once more from their beginning; those that came in one are refused.
fetch() {
    part=$home/partial/$1 stalls=0 whole=no
    [ "$3" -gt 0 ] || : >"$part"
    while :; do
        have=$(bytes "$part")
        if [ -f "$part" ] && [ "$have" -ge "$3" ]; then
            [ "$have" -gt "$3" ] || ! is_right "$part" "$1" || return 0
            rm -f "$part"
            if [ "$whole" = yes ] || [ "$3" -eq 0 ]; then
                die "$4 in $remote has other bytes than were released: refused. Push the release again"
            fi
            have=0
        fi
        whole=no
        [ "$have" -gt 0 ] || whole=yes
        code=0
        transfer "$part" "$2" "$3" || code=$?
        got=$(bytes "$part")
        if [ "$code" -ne 0 ]; then
            failed "$code" "$4" "$3"
        elif [ "$got" -lt "$3" ]; then
            rm -f "$part"
            die "$4 in $remote is truncated: $got of $3 bytes. Push the release again"
        fi
    done
}

# failed CODE NAME BYTES: dies, or returns for another try.
failed() {
    reason="$(cat "$home/tmp/error") (curl's code $1)"
    case $1:$(cat "$home/tmp/status") in
        22:5?? | 22:408 | 22:429) ;;
        22:416 | 33:*) rm -f "$part" ;; # it is shorter than the part, or knows no ranges
        22:40[13]) die "$remote refuses $2: $reason. Check the credentials, and whether it was pushed" ;;
        22:* | 37:* | 78:*) die "$2 is not in $remote: $reason. Push the release" ;;
        63:*)
            rm -f "$part"
            die "$2 in $remote is bigger than released: refused. Push the release again. $reason"
            ;;
        23:* | 153:*)
            if [ "$got" -gt "$3" ]; then
                rm -f "$part"
                die "$2 in $remote is bigger than released: refused. Push the release again"
            fi
            die "$2 could not be written; is the disk full ($(free) KiB free)? The download goes on
where it stopped when you ask again. $reason"
            ;;
        1:* | 3:* | 60:*) die "$reason" ;;
    esac
    stalls=$((stalls + 1))
    [ "$got" -le "$have" ] || stalls=0
    [ "$stalls" -lt 5 ] || die "$remote does not give $2: $reason. The download goes on where it
stopped when you ask again"
    sleep "$stalls"
}

free() { df -Pk "$home" | awk 'NR == 2 {print $4}'; }

# check_space ID: before anything is written.
check_space() {
    need=0
    while read -r sha _ size name; do
        [ -f "$home/versions/$1/$name" ] || need=$((need + size - $(bytes "$home/partial/$sha")))
    done <"$home/tmp/files"
    [ $((need / 1024)) -lt "$(free)" ] ||
        die "$home has $(free) KiB free, $((need / 1024)) are needed; nothing was changed. Make room"
}

# present ID: versions/ID is there and right; what is damaged or missing is fetched.
present() {
    check_remote
    check_space "$1"
    place=$home/versions/$1
    if [ -d "$place" ]; then
        cmp -s "$home/tmp/files" "$place/.files" || die "the tag $model@$version was moved: its files
are not those installed here. If this is meant, remove $place and ask again"
        mend
        return
    fi
    while read -r sha md5 size name; do
        fetch "$sha" "$md5" "$size" "$name"
    done <"$home/tmp/files"
    new=$home/versions/.$1
    mkdir "$new"
    while read -r sha _ _ name; do # hard links, so that a kill in between loses no download
        ln "$home/partial/$sha" "$new/$name" 2>/dev/null || cp "$home/partial/$sha" "$new/$name"
    done <"$home/tmp/files"
    cp "$home/tmp/files" "$new/.files"
    settings "$new" >"$new/settings.env"
    sync "$new"/* "$new/.files" "$new" # `sync FILE` is fsync
    mv -T "$new" "$place"
    sync "$home/versions"
    rm -f "$home"/partial/*
}

mend() {
    while read -r sha md5 size name; do
        [ -f "$place/$name" ] && is_right "$place/$name" "$sha" && continue
        fetch "$sha" "$md5" "$size" "$name"
        sync "$home/partial/$sha"
        mv -f "$home/partial/$sha" "$place/$name"
        sync "$place"
        say "$name was damaged and is mended"
    done <"$home/tmp/files"
    settings "$place" >"$home/tmp/settings"
    cmp -s "$home/tmp/settings" "$place/settings.env" || put "$home/tmp/settings" "$place/settings.env"
}

# put FROM TO: TO is whole at every moment, also after a power cut. FROM is used up.
put() {
    { sync "$1" && mv -f "$1" "$2"; } || die "cannot write $2; check its folder and the disk"
    sync "$(dirname "$2")"
}

# settings FOLDER: the release's for NornicDB, naming the file that is chosen here. They become a
# server's environment, so nothing but NornicDB's own plain values gets through.
settings() {
    [ -f "$1/nornicdb.env" ] || return 0
    awk -v model="${gguf%.gguf}" '
        /^#/ || /^$/ { next }
        !/^NORNICDB_HEIMDALL_[A-Z_]+=[A-Za-z0-9._-]*$/ { failed = 1; exit 1 }
        /^NORNICDB_HEIMDALL_MODEL=/ { $0 = "NORNICDB_HEIMDALL_MODEL=" model }
        { print }' "$1/nornicdb.env" || die "nornicdb.env of $model@$version is refused: not only
lines NORNICDB_HEIMDALL_NAME=VALUE. Release it again"
}
