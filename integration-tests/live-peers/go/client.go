package main

import (
	"fmt"
	"time"

	"github.com/cloudwego/kitex/client"
	"github.com/cloudwego/kitex/pkg/rpcinfo"
	"github.com/cloudwego/kitex/pkg/transmeta"
	"github.com/cloudwego/kitex/transport"

	newer "peer/kitex_gen/newer/peerservice"
	"peer/kitex_gen/peer/peerservice"
)

const (
	callerName = "go-client"
	calleeName = "peer"
	// Longer than any answer takes on a busy machine.
	patience = 10 * time.Second
)

var transports = map[string]transport.Protocol{
	"framed":          transport.Framed,
	"ttheader":        transport.TTHeader,
	"ttheader-framed": transport.TTHeaderFramed,
}

func newChecks(address, protocol string, mux bool) (*checks, error) {
	wire, known := transports[protocol]
	if !known {
		return nil, fmt.Errorf("transport: %s (expected: framed, ttheader or ttheader-framed)", protocol)
	}
	options := []client.Option{
		client.WithHostPorts(address),
		client.WithTransportProtocol(wire),
		client.WithMetaHandler(transmeta.ClientTTHeaderHandler),
		client.WithClientBasicInfo(&rpcinfo.EndpointBasicInfo{ServiceName: callerName}),
		client.WithConnectTimeout(patience),
		client.WithRPCTimeout(patience),
	}
	if mux {
		options = append(options, client.WithMuxConnection(1))
	} else {
		options = append(options, client.WithLongConnection(longConnections))
	}
	peer, err := peerservice.NewClient(calleeName, options...)
	if err != nil {
		return nil, err
	}
	newerPeer, err := newer.NewClient(calleeName, options...)
	if err != nil {
		return nil, err
	}
	return &checks{peer: peer, newer: newerPeer, mux: mux}, nil
}
