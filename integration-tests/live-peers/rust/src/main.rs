//! The Rust peer of the live matrix: a Volo server and a Volo client of peer.thrift. See docs/live-peers.md.

mod checks;
mod client;
mod idl;
mod server;

use std::collections::HashMap;

const USAGE: &str = "usage: peer server [--port <port>] [--mux]
       peer client --address <host:port> --transport framed|ttheader|ttheader-framed [--mux]";

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let mode = arguments.next().unwrap_or_default();
    let (options, mux) = options(arguments);
    let option = |name: &str, default: &str| options.get(name).cloned().unwrap_or(default.into());
    let outcome = match mode.as_str() {
        "server" => server::serve(&option("--port", "0"), mux).await.map(|()| true),
        "client" => match client::clients(&option("--address", ""), &option("--transport", "framed"), mux) {
            Ok((peer, newer)) => Ok(checks::Checks::new(peer, newer, mux).run().await),
            Err(error) => Err(error),
        },
        _ => Err(USAGE.into()),
    };
    // Without waiting for what may still be served.
    std::process::exit(match outcome {
        Ok(true) => 0,
        Ok(false) => 1,
        Err(error) => {
            eprintln!("{error}");
            2
        }
    });
}

fn options(mut arguments: impl Iterator<Item = String>) -> (HashMap<String, String>, bool) {
    let mut options = HashMap::new();
    let mut mux = false;
    while let Some(argument) = arguments.next() {
        if argument == "--mux" {
            mux = true;
        } else {
            options.insert(argument, arguments.next().unwrap_or_default());
        }
    }
    (options, mux)
}
