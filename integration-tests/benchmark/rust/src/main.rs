//! The Volo program of scripts/benchmark wire: a server, a client and a proxy of echo.thrift. See docs/performance.md.

mod client;
mod idl;
mod server;

use std::{collections::HashMap, error::Error};

const USAGE: &str = "usage: bench server [--mux]
       bench client --address <host:port> --loops <number> [--mux]
       bench proxy --address <host:port>";

/// Volo's own runtime: as many workers as there are cores, which is one.
#[volo::main]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let mode = arguments.next().unwrap_or_default();
    // Without waiting for what may still be served.
    std::process::exit(match run(&mode, arguments).await {
        Ok(()) => 0,
        Err(error) => {
            eprintln!("{error}");
            2
        }
    });
}

async fn run(mode: &str, arguments: impl Iterator<Item = String>) -> Result<(), Box<dyn Error>> {
    let (options, mux) = options(arguments);
    let option = |name: &str| options.get(name).map(String::as_str).unwrap_or_default();
    match mode {
        "server" => server::serve(server::Echoing, mux).await,
        "client" => client::call(option("--address"), option("--loops").parse()?, mux).await,
        "proxy" => server::serve(server::Proxying(client::client(option("--address"), false)?), false).await,
        _ => Err(USAGE.into()),
    }
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
