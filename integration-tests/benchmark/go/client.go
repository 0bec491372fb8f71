package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/bytedance/gopkg/cloud/metainfo"
	"github.com/cloudwego/kitex/client"
	"github.com/cloudwego/kitex/pkg/connpool"
	"github.com/cloudwego/kitex/pkg/rpcinfo"
	"github.com/cloudwego/kitex/pkg/transmeta"
	"github.com/cloudwego/kitex/transport"

	"bench/kitex_gen/echo"
	service "bench/kitex_gen/echo/echo"
)

const (
	// No call may fail because processes share a core.
	patience = 30 * time.Second
	// What Kitex' own benchmark takes.
	muxConnections = 2
)

var text = strings.Repeat("x", 1024)

func newClient(address string, calls int, mux bool) (service.Client, error) {
	options := []client.Option{
		client.WithHostPorts(address),
		client.WithTransportProtocol(transport.TTHeaderFramed),
		client.WithMetaHandler(transmeta.ClientTTHeaderHandler),
		client.WithClientBasicInfo(&rpcinfo.EndpointBasicInfo{ServiceName: "kitex-client"}),
		client.WithConnectTimeout(patience),
		client.WithRPCTimeout(patience),
	}
	if mux {
		options = append(options, client.WithMuxConnection(muxConnections))
	} else {
		options = append(options, client.WithLongConnection(
			connpool.IdleConfig{MaxIdlePerAddress: calls, MaxIdleGlobal: calls, MaxIdleTimeout: time.Minute}))
	}
	return service.NewClient("echo", options...)
}

// call runs loops of calls for as many nanoseconds as each line of the input says, and prints how many replies came.
func call(address string, loops int, mux bool) error {
	client, err := newClient(address, loops, mux)
	if err != nil {
		return err
	}
	ctx := metainfo.WithPersistentValue(context.Background(), "TENANT", "acme")
	fmt.Println("ready to call")
	commands := bufio.NewScanner(os.Stdin)
	for commands.Scan() {
		nanos, err := strconv.ParseInt(commands.Text(), 10, 64)
		if err != nil {
			return err
		}
		fmt.Printf("replies: %d\n", run(ctx, client, loops, time.Duration(nanos)))
	}
	return commands.Err()
}

func run(ctx context.Context, client service.Client, loops int, duration time.Duration) int64 {
	var replies atomic.Int64
	var running sync.WaitGroup
	end := time.Now().Add(duration)
	for range loops {
		running.Add(1)
		go func() {
			defer running.Done()
			for time.Now().Before(end) {
				reply, err := client.Echo(ctx, &echo.Message{Text: text})
				if err != nil {
					fail(err.Error())
				}
				if reply.Text != text {
					fail("a wrong reply")
				}
				replies.Add(1)
			}
		}()
	}
	running.Wait()
	return replies.Load()
}
