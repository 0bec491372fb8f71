use std::{
    cell::RefCell,
    error::Error,
    net::SocketAddr,
    time::{Duration, Instant},
};

use metainfo::{Forward, MetaInfo, METAINFO};
use pilota::FastStr;
use tokio::io::{AsyncBufReadExt, BufReader};

use crate::idl::{EchoClient, EchoClientBuilder, Message};

/// No call may fail because processes share a core.
const PATIENCE: Duration = Duration::from_secs(30);

/// TTHeader with a frame inside, as Volo's clients are unless they are told otherwise.
pub fn client(address: &str, mux: bool) -> Result<EchoClient, Box<dyn Error>> {
    let address: SocketAddr = address.parse()?;
    Ok(EchoClientBuilder::new("echo")
        .caller_name("volo-client")
        .address(address)
        .rpc_timeout(Some(PATIENCE))
        .connect_timeout(Some(PATIENCE))
        .multiplex(mux)
        .build())
}

/// Runs loops of calls for as many nanoseconds as each line of the input says, and prints how many replies came.
pub async fn call(address: &str, loops: usize, mux: bool) -> Result<(), Box<dyn Error>> {
    let client = client(address, mux)?;
    println!("ready to call");
    let mut commands = BufReader::new(tokio::io::stdin()).lines();
    while let Some(nanos) = commands.next_line().await? {
        let end = Instant::now() + Duration::from_nanos(nanos.parse()?);
        let running: Vec<_> = (0..loops).map(|_| tokio::spawn(call_until(client.clone(), end))).collect();
        let mut replies = 0;
        for calls in running {
            replies += calls.await??;
        }
        println!("replies: {replies}");
    }
    Ok(())
}

async fn call_until(client: EchoClient, end: Instant) -> Result<u64, String> {
    let mut metainfo = MetaInfo::new();
    metainfo.set_persistent("TENANT", "acme");
    let text = FastStr::from("x".repeat(1024));
    let calls = async {
        let mut replies = 0;
        while Instant::now() < end {
            let reply = client.echo(Message { text: text.clone() }).await.map_err(|error| error.to_string())?;
            if reply.text != text {
                return Err("a wrong reply".to_owned());
            }
            replies += 1;
        }
        Ok(replies)
    };
    METAINFO.scope(RefCell::new(metainfo), calls).await
}
