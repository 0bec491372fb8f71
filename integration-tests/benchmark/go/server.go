package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"os"

	"github.com/cloudwego/kitex/pkg/rpcinfo"
	"github.com/cloudwego/kitex/pkg/transmeta"
	"github.com/cloudwego/kitex/server"

	"bench/kitex_gen/echo"
	service "bench/kitex_gen/echo/echo"
)

// serve answers calls on a free loopback port, which it prints, until standard input ends.
func serve(handler echo.Echo, mux bool) error {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	options := []server.Option{
		server.WithListener(listener),
		server.WithMetaHandler(transmeta.ServerTTHeaderHandler),
		server.WithServerBasicInfo(&rpcinfo.EndpointBasicInfo{ServiceName: "kitex-server"}),
	}
	if mux {
		options = append(options, server.WithMuxTransport())
	}
	fmt.Printf("serving on port %d\n", listener.Addr().(*net.TCPAddr).Port)
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		os.Exit(0)
	}()
	return service.NewServer(handler, options...).Run()
}

type echoHandler struct{}

func (*echoHandler) Echo(_ context.Context, message *echo.Message) (*echo.Message, error) {
	return &echo.Message{Text: message.Text}, nil
}

// proxy serves the echo by calling it elsewhere.
func proxy(address string, calls int) error {
	client, err := newClient(address, calls, false)
	if err != nil {
		return err
	}
	return serve(&proxyHandler{client}, false)
}

type proxyHandler struct {
	client service.Client
}

func (h *proxyHandler) Echo(ctx context.Context, message *echo.Message) (*echo.Message, error) {
	return h.client.Echo(ctx, message)
}
