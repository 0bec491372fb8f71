# Functions to run a command in the background, wait for what it serves and end it with all its children. Sourced.

background_group=

# background <log file> <command> [arguments]: starts it as the leader of a process group of its own, without input.
background() {
    local log=$1
    shift
    setsid "$@" </dev/null >"$log" 2>&1 &
    background_group=$!
}

# Ends the group: politely, after 20 seconds not. Fails if anything is left of it.
end_background() {
    local group=$background_group
    [ -n "$group" ] || return 0
    background_group=
    kill -TERM -- "-$group" 2>/dev/null || true
    for _ in $(seq 100); do
        kill -0 -- "-$group" 2>/dev/null || break
        sleep 0.2
    done
    kill -KILL -- "-$group" 2>/dev/null || true
    wait "$group" 2>/dev/null || true
    for _ in $(seq 25); do
        kill -0 -- "-$group" 2>/dev/null || return 0
        sleep 0.2
    done
    echo "process group $group: still there after SIGKILL" >&2
    return 1
}

# answer_within <seconds> <command>: repeats the command until it succeeds, and prints what it printed. Fails when the time is
# over or the background process has ended.
answer_within() {
    local deadline=$((SECONDS + $1)) answer
    while [ "$SECONDS" -lt "$deadline" ]; do
        if answer=$(bash -c "$2" 2>/dev/null </dev/null); then
            printf '%s\n' "$answer"
            return 0
        fi
        kill -0 "$background_group" 2>/dev/null || return 1
        sleep 0.5
    done
    return 1
}

# expect_free_port <port>: two programs that listen on one port would make each other's answers.
expect_free_port() {
    if (exec 3<>"/dev/tcp/localhost/$1") 2>/dev/null; then
        echo "port $1: in use (expected: free)" >&2
        return 1
    fi
}
