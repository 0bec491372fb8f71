use std::error::Error;

use tokio::{io::AsyncReadExt, net::TcpListener};
use volo::net::incoming::DefaultIncoming;
use volo_thrift::ServerError;

use crate::idl::{Echo, EchoClient, EchoServer, Message};

/// Answers calls on a free loopback port, which it prints, until standard input ends.
pub async fn serve(handler: impl Echo + Send + Sync + 'static, mux: bool) -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("serving on port {}", listener.local_addr()?.port());
    let server = EchoServer::new(handler).multiplex(mux);
    tokio::select! {
        outcome = server.run(DefaultIncoming::from(listener)) => outcome.map_err(|error| error.to_string().into()),
        () = end_of_input() => Ok(()),
    }
}

async fn end_of_input() {
    let mut input = tokio::io::stdin();
    let mut bytes = [0; 64];
    while matches!(input.read(&mut bytes).await, Ok(1..)) {}
}

pub struct Echoing;

impl Echo for Echoing {
    async fn echo(&self, message: Message) -> Result<Message, ServerError> {
        Ok(Message { text: message.text })
    }
}

/// Serves the echo by calling it elsewhere.
pub struct Proxying(pub EchoClient);

impl Echo for Proxying {
    async fn echo(&self, message: Message) -> Result<Message, ServerError> {
        Ok(self.0.echo(message).await?)
    }
}
