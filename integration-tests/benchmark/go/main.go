// The Kitex program of scripts/benchmark wire: a server, a client and a proxy of echo.thrift. See docs/performance.md.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/cloudwego/kitex/pkg/klog"
)

const usage = `usage: bench server [--mux]
       bench client --address <host:port> --loops <number> [--mux]
       bench proxy --address <host:port> --loops <number>`

func main() {
	klog.SetLevel(klog.LevelWarn)
	if len(os.Args) < 2 {
		fail(usage)
	}
	arguments := flag.NewFlagSet(os.Args[1], flag.ExitOnError)
	mux := arguments.Bool("mux", false, "many calls on one connection")
	address := arguments.String("address", "", "host:port of the server that is called")
	loops := arguments.Int("loops", 100, "how many calls are under way at once, at most")
	_ = arguments.Parse(os.Args[2:])
	var err error
	switch os.Args[1] {
	case "server":
		err = serve(&echoHandler{}, *mux)
	case "client":
		err = call(*address, *loops, *mux)
	case "proxy":
		err = proxy(*address, *loops)
	default:
		fail(usage)
	}
	if err != nil {
		fail(err.Error())
	}
}

func fail(message string) {
	fmt.Fprintln(os.Stderr, message)
	os.Exit(2)
}
