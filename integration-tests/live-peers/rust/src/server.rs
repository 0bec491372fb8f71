use std::{collections::HashSet, error::Error, sync::Mutex, time::Duration};

use metainfo::{Backward, Forward, METAINFO};
use motore::{layer::Layer, Service};
use pilota::{AHashMap, FastStr};
use tokio::{io::AsyncReadExt, net::TcpListener};
use volo::{context::Context, net::incoming::DefaultIncoming};
use volo_thrift::{
    context::ServerContext, ApplicationException, ApplicationExceptionKind, BizError, MaybeException, ServerError,
};

use crate::idl::peer::{
    Everything, Facts, Metadata, PeerService, PeerServiceRefuseException, PeerServiceServer, Refused,
};

/// Answers calls on a loopback port, which it prints, until standard input ends.
pub async fn serve(port: &str, mux: bool) -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    println!("LISTENING {}", listener.local_addr()?.port());
    let server = PeerServiceServer::new(Handler::default()).layer_front(FactsLayer).multiplex(mux);
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

#[derive(Default)]
struct Handler {
    words: Mutex<HashSet<FastStr>>,
}

impl PeerService for Handler {
    async fn echo(&self, value: Everything) -> Result<Everything, ServerError> {
        Ok(value)
    }

    async fn nothing(&self) -> Result<(), ServerError> {
        Ok(())
    }

    async fn refuse(
        &self,
        reason: FastStr,
        code: i32,
    ) -> Result<MaybeException<FastStr, PeerServiceRefuseException>, ServerError> {
        Ok(MaybeException::Exception(PeerServiceRefuseException::Refused(Refused { reason, code })))
    }

    async fn fail(&self, message: FastStr) -> Result<FastStr, ServerError> {
        Err(ApplicationException::new(ApplicationExceptionKind::INTERNAL_ERROR, message).into())
    }

    async fn business(
        &self,
        code: i32,
        message: FastStr,
        extra: AHashMap<FastStr, FastStr>,
    ) -> Result<FastStr, ServerError> {
        Err(BizError::with_extra(code, message, extra).into())
    }

    async fn metainfo(&self, backward_key: FastStr, backward_value: FastStr) -> Result<Metadata, ServerError> {
        Ok(METAINFO.with(|metainfo| {
            let mut metainfo = metainfo.borrow_mut();
            if !backward_key.is_empty() {
                metainfo.set_backward_transient(backward_key, backward_value);
            }
            Metadata {
                persistents: metainfo.get_all_persistents().cloned().unwrap_or_default(),
                transients: metainfo.get_all_upstreams().cloned().unwrap_or_default(),
            }
        }))
    }

    async fn facts(&self) -> Result<Facts, ServerError> {
        METAINFO
            .with(|metainfo| metainfo.borrow().get::<Facts>().cloned())
            .ok_or_else(|| ApplicationException::new(ApplicationExceptionKind::INTERNAL_ERROR, "no facts").into())
    }

    async fn slow(&self, millis: i32, token: FastStr) -> Result<FastStr, ServerError> {
        tokio::time::sleep(Duration::from_millis(millis as u64)).await;
        Ok(token)
    }

    async fn note(&self, word: FastStr) -> Result<(), ServerError> {
        self.words.lock().unwrap().insert(word);
        Ok(())
    }

    async fn noted(&self, word: FastStr) -> Result<bool, ServerError> {
        Ok(self.words.lock().unwrap().contains(&word))
    }
}

/// Hands a call's facts to the handler, which does not see them otherwise.
struct FactsLayer;

impl<S> Layer<S> for FactsLayer {
    type Service = FactsService<S>;

    fn layer(self, inner: S) -> FactsService<S> {
        FactsService { inner }
    }
}

struct FactsService<S> {
    inner: S,
}

impl<S, Req> Service<ServerContext, Req> for FactsService<S>
where
    S: Service<ServerContext, Req> + Send + Sync + 'static,
    Req: Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;

    async fn call(&self, cx: &mut ServerContext, req: Req) -> Result<S::Response, S::Error> {
        let info = cx.rpc_info();
        let facts = Facts {
            caller: info.caller().service_name(),
            callee: info.callee().service_name(),
            method: info.method().clone(),
            timeout_millis: info.config().rpc_timeout().map_or(0, |timeout| timeout.as_millis() as i32),
        };
        METAINFO.with(|metainfo| metainfo.borrow_mut().insert(facts));
        self.inner.call(cx, req).await
    }
}
