# shellcheck shell=sh disable=SC2154
# The server's side: links to the file and its settings, a restart, a question.

# link TARGET PLACE: in one step.
link() {
    scratch=$(dirname "$2")/.$model.part
    rm -f "$scratch"
    { ln -s "$1" "$scratch" && mv -fT "$scratch" "$2"; } || die "cannot make the link $2; check its folder"
}

# is_ours PLACE: dies where something lies there that is not our link.
is_ours() {
    if [ -e "$1" ] || [ -L "$1" ]; then
        case $(readlink "$1" || :) in
            "$home"/*) ;;
            *) die "$1 is not model-get's; move it away, then ask again" ;;
        esac
    fi
}

# Links go through `current`, so that one rename switches the file and its settings. Sets `name`.
link_host() {
    now=$home/current name=
    [ ! -L "$now" ] || name=$(awk '$4 ~ /\.gguf$/ {print $4}' "$now/.files")
    if [ -n "${MODEL_GET_MODELS:-}" ]; then
        for entry in "$MODEL_GET_MODELS"/*.gguf; do
            case $(readlink "$entry" || :) in
                "$now/$name") [ -n "$name" ] || rm -f "$entry" ;;
                "$now"/*) rm -f "$entry" ;;
            esac
        done
        [ -z "$name" ] || link "$now/$name" "$MODEL_GET_MODELS/$name"
        sync "$MODEL_GET_MODELS"
    fi
    if [ -n "${MODEL_GET_SETTINGS:-}" ]; then
        if [ -n "$name" ]; then
            link "$now/settings.env" "$MODEL_GET_SETTINGS"
        elif [ -L "$MODEL_GET_SETTINGS" ]; then
            rm -f "$MODEL_GET_SETTINGS"
        fi
        sync "$(dirname "$MODEL_GET_SETTINGS")"
    fi
}

# Whatever is started must not inherit the lock.
restart() {
    [ -n "${MODEL_GET_RESTART:-}" ] || return 0
    sh -c "$MODEL_GET_RESTART" 9>&- </dev/null && return
    say "the restart failed: $MODEL_GET_RESTART"
    return 1
}

# White space and JSON's escapes differ from server to server.
plain() {
    sed "s/\\\\u003c/</g; s/\\\\u003e/>/g; s/\\\\u0026/\\&/g; s/\\\\u0027/'/g; s/\\\\[nrt]//g
        s/\\\\\\([\"\\\\/]\\)/\\1/g" "$1" | tr -d ' \t\r\n'
}

# ask: the server says what the released file said. A server that still loads is waited for; a
# wrong answer is final.
ask() {
    [ -n "${MODEL_GET_ASK:-}" ] && [ -n "$name" ] || return 0
    case $MODEL_GET_ASK in
        */tx/commit) question=$home/current/ask-nornicdb.json ;;
        *) question=$home/current/ask-openai.json ;;
    esac
    if ! [ -s "$home/current/ask-${name%.gguf}.txt" ] || ! [ -s "$question" ]; then
        say "this release has no question, so the server was not asked"
        return
    fi
    expected=$(plain "$home/current/ask-${name%.gguf}.txt")
    end=$(($(date +%s) + ${MODEL_GET_ASK_SECONDS:-120}))
    while left=$((end - $(date +%s))) && [ "$left" -gt 0 ]; do
        if put_question "$left"; then
            answer=$(plain "$home/tmp/answer")
            case $answer in
                *'"errors":[{'*) cp "$home/tmp/answer" "$home/tmp/error" ;;
                *"$expected"*)
                    say "asked $MODEL_GET_ASK: it answers as released"
                    return
                    ;;
                *)
                    say "asked $MODEL_GET_ASK: expected (without spaces) $expected"
                    say "found $(head -c 2000 "$home/tmp/answer")"
                    return 1
                    ;;
            esac
        elif grep -q 'error: 40[0134]' "$home/tmp/error"; then
            break
        fi
        sleep 1
    done
    say "asked $MODEL_GET_ASK: no answer: $(head -c 2000 "$home/tmp/error" 2>/dev/null || :)"
    return 1
}

# put_question SECONDS
put_question() {
    {
        setting url "$MODEL_GET_ASK"
        [ -z "${MODEL_GET_ASK_HEADER:-}" ] || setting header "$MODEL_GET_ASK_HEADER"
    } | curl -q --config - --globoff --fail --silent --show-error --max-time "$1" \
        --proto =http,https --header 'Content-Type: application/json' \
        --data-binary "@$question" --output "$home/tmp/answer" 2>"$home/tmp/error"
}
