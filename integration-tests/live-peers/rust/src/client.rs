use std::{error::Error, net::SocketAddr, time::Duration};

use volo_thrift::codec::default::{
    framed::MakeFramedCodec, thrift::MakeThriftCodec, ttheader::MakeTTHeaderCodec, DefaultMakeCodec,
};

use crate::idl::{
    newer::{PeerServiceClient as NewerClient, PeerServiceClientBuilder as NewerClientBuilder},
    peer::{PeerServiceClient, PeerServiceClientBuilder},
};

pub const CALLER: &str = "rust-client";
const CALLEE: &str = "peer";
/// Longer than any answer takes on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(10);

pub fn clients(
    address: &str,
    transport: &str,
    mux: bool,
) -> Result<(PeerServiceClient, NewerClient), Box<dyn Error>> {
    let address: SocketAddr = address.parse()?;
    // Each codec makes a builder of another type.
    macro_rules! with_codec {
        ($codec:expr) => {
            (
                PeerServiceClientBuilder::new(CALLEE)
                    .caller_name(CALLER)
                    .address(address)
                    .rpc_timeout(Some(PATIENCE))
                    .connect_timeout(Some(PATIENCE))
                    .make_codec($codec)
                    .multiplex(mux)
                    .build(),
                NewerClientBuilder::new(CALLEE)
                    .caller_name(CALLER)
                    .address(address)
                    .rpc_timeout(Some(PATIENCE))
                    .connect_timeout(Some(PATIENCE))
                    .make_codec($codec)
                    .multiplex(mux)
                    .build(),
            )
        };
    }
    Ok(match transport {
        "framed" => with_codec!(DefaultMakeCodec::framed()),
        "ttheader" => with_codec!(DefaultMakeCodec::new(MakeTTHeaderCodec::new(MakeThriftCodec::default()))),
        "ttheader-framed" => with_codec!(DefaultMakeCodec::new(MakeTTHeaderCodec::new(MakeFramedCodec::new(
            MakeThriftCodec::default()
        )))),
        _ => return Err(format!("transport: {transport} (expected: framed, ttheader or ttheader-framed)").into()),
    })
}
