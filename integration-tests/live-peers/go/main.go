// The Go peer of the live matrix: a Kitex server and a Kitex client of peer.thrift. See docs/live-peers.md.
package main

import (
	"flag"
	"fmt"
	"os"
)

const usage = `usage: peer server [--port <port>] [--mux]
       peer client --address <host:port> --transport framed|ttheader|ttheader-framed [--mux]`

func main() {
	if len(os.Args) < 2 {
		fail(usage)
	}
	arguments := flag.NewFlagSet(os.Args[1], flag.ExitOnError)
	mux := arguments.Bool("mux", false, "many calls on one connection")
	switch os.Args[1] {
	case "server":
		port := arguments.Int("port", 0, "0 takes a free one")
		_ = arguments.Parse(os.Args[2:])
		if err := serve(*port, *mux); err != nil {
			fail(err.Error())
		}
	case "client":
		address := arguments.String("address", "", "host:port of the server")
		protocol := arguments.String("transport", "framed", "framed, ttheader or ttheader-framed")
		_ = arguments.Parse(os.Args[2:])
		checks, err := newChecks(*address, *protocol, *mux)
		if err != nil {
			fail(err.Error())
		}
		if !checks.run() {
			os.Exit(1)
		}
	default:
		fail(usage)
	}
}

func fail(message string) {
	fmt.Fprintln(os.Stderr, message)
	os.Exit(2)
}
