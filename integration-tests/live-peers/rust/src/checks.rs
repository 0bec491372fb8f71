use std::{
    cell::RefCell,
    future::Future,
    time::{Duration, Instant, SystemTime},
};

use metainfo::{Backward, Forward, MetaInfo, METAINFO};
use pilota::{AHashMap, AHashSet, Bytes, FastStr};
use volo_thrift::{
    client::CallOpt, context::Config, ApplicationExceptionKind, ClientError, MaybeException,
};

use crate::{
    client::{CALLER, PATIENCE},
    idl::{
        newer::PeerServiceClient as NewerClient,
        peer::{Choice, Color, Everything, PeerServiceClient, PeerServiceRefuseException, Point},
    },
};

type Outcome = Result<(), String>;

/// Calls a server in every way that the matrix knows, and says how it went. Other languages' clients have the same checks by
/// the same names.
pub struct Checks {
    peer: PeerServiceClient,
    newer: NewerClient,
    mux: bool,
    bad: bool,
}

impl Checks {
    pub fn new(peer: PeerServiceClient, newer: NewerClient, mux: bool) -> Self {
        Checks { peer, newer, mux, bad: false }
    }

    /// Whether all checks passed; prints a line for each.
    pub async fn run(mut self) -> bool {
        let (peer, newer) = (self.peer.clone(), self.newer.clone());
        self.check("echo", comes_back(&peer, everything())).await;
        self.check("echo-sparse", comes_back(&peer, sparse())).await;
        self.check("echo-large", comes_back(&peer, large())).await;
        self.check("void", void(&peer)).await;
        self.check("exception", exception(&peer)).await;
        self.check("failure", failure(&peer)).await;
        self.check("unknown-method", unknown_method(&newer)).await;
        self.check("after-unknown-method", after_unknown_method(&newer)).await;
        self.check("oneway", oneway(&peer)).await;
        self.check("concurrent", concurrent(&peer)).await;
        self.check("deadline", deadline(&peer)).await;
        self.check("after-deadline", void(&peer)).await;
        self.check("business", business(&peer, 404, "no such thing", &[])).await;
        let extra = [("reason", "sold \"out\""), ("näher", "2")];
        self.check("business-extra", business(&peer, -7, "schade, ä", &extra)).await;
        self.check("metainfo", values(&peer)).await;
        self.check("backward", backward(&peer)).await;
        self.check("names", names(&peer)).await;
        self.check("timeout-told", timeout_told(&peer)).await;
        if self.mux {
            self.check("overtaking", overtaking(&peer)).await;
        }
        !self.bad
    }

    async fn check(&mut self, name: &str, check: impl Future<Output = Outcome>) {
        // Each check has values of its own that travel with its calls.
        match METAINFO.scope(RefCell::new(MetaInfo::new()), check).await {
            Ok(()) => println!("ok {name}"),
            Err(error) => {
                self.bad = true;
                println!("failed {name}: {}", error.replace('\n', " "));
            }
        }
    }
}

async fn comes_back(peer: &PeerServiceClient, sent: Everything) -> Outcome {
    let came = peer.echo(sent.clone()).await.map_err(|error| unexpected("the same value", error))?;
    if came != sent {
        return Err(format!("expected the same value, came {}", shortened(format!("{came:?}"))));
    }
    Ok(())
}

async fn void(peer: &PeerServiceClient) -> Outcome {
    peer.nothing().await.map_err(|error| unexpected("nothing", error))
}

async fn exception(peer: &PeerServiceClient) -> Outcome {
    match peer.refuse("not today".into(), 42).await {
        Ok(MaybeException::Exception(PeerServiceRefuseException::Refused(refused))) => {
            match (refused.reason.as_str(), refused.code) {
                ("not today", 42) => Ok(()),
                other => Err(format!("expected Refused(not today, 42), came {other:?}")),
            }
        }
        Ok(MaybeException::Ok(answer)) => Err(unexpected_answer("Refused", answer)),
        Err(error) => Err(unexpected("Refused", error)),
    }
}

async fn failure(peer: &PeerServiceClient) -> Outcome {
    failed_with(&[ApplicationExceptionKind::INTERNAL_ERROR], peer.fail("broken".into()).await)
}

/// Kitex looks for a service that has the method if it was not told the service's name.
async fn unknown_method(newer: &NewerClient) -> Outcome {
    let unknown_service = ApplicationExceptionKind::from(20);
    failed_with(&[ApplicationExceptionKind::UNKNOWN_METHOD, unknown_service], newer.added("x".into()).await)
}

/// The connection may be another one now, but the call must not fail for that.
async fn after_unknown_method(newer: &NewerClient) -> Outcome {
    newer.nothing().await.map_err(|error| unexpected("nothing", error))
}

async fn oneway(peer: &PeerServiceClient) -> Outcome {
    let nanos = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_nanos();
    let word = FastStr::from(format!("rust-{nanos}"));
    peer.note(word.clone()).await.map_err(|error| unexpected("no answer", error))?;
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if peer.noted(word.clone()).await.map_err(|error| unexpected("whether it is noted", error))? {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    Err(format!("expected the word to be noted, was not within {PATIENCE:?}"))
}

async fn concurrent(peer: &PeerServiceClient) -> Outcome {
    let calls: Vec<_> = (0..100)
        .map(|i| {
            let peer = peer.clone();
            tokio::spawn(async move {
                let token = FastStr::from(format!("token {i}"));
                match peer.slow(i % 20, token.clone()).await {
                    Ok(answer) if answer == token => Ok(()),
                    Ok(answer) => Err(unexpected_answer(&token, answer)),
                    Err(error) => Err(unexpected(&token, error)),
                }
            })
        })
        .collect();
    let mut outcome = Ok(());
    for call in calls {
        outcome = outcome.and(call.await.map_err(|error| error.to_string())?);
    }
    outcome
}

async fn deadline(peer: &PeerServiceClient) -> Outcome {
    let mut config = Config::default();
    config.set_rpc_timeout(Some(Duration::from_millis(200)));
    let option = CallOpt { config, ..CallOpt::default() };
    let start = Instant::now();
    match peer.clone().with_callopt(option).slow(3000, "late".into()).await {
        Ok(answer) => Err(unexpected_answer("a timeout", answer)),
        Err(error) if !is_timeout(&error.to_string().to_lowercase()) => Err(unexpected("a timeout", error)),
        Err(_) if start.elapsed() > Duration::from_secs(2) => {
            Err(format!("expected a timeout after 200 ms, came after {:?}", start.elapsed()))
        }
        Err(_) => Ok(()),
    }
}

/// A server that was told the deadline may be a bit quicker to say that it has passed than the client is to notice.
fn is_timeout(error: &str) -> bool {
    error.contains("timeout") || error.contains("not answered within the 200 ms")
}

async fn business(peer: &PeerServiceClient, code: i32, message: &str, extra: &[(&str, &str)]) -> Outcome {
    let extra: AHashMap<FastStr, FastStr> =
        extra.iter().map(|(key, value)| (FastStr::new(key), FastStr::new(value))).collect();
    match peer.business(code, FastStr::new(message), extra.clone()).await {
        Err(ClientError::Biz(came)) => {
            if (came.status_code, came.status_message.as_str()) != (code, message)
                || came.extra.clone().unwrap_or_default() != extra
            {
                return Err(format!("expected {code} {message} {extra:?}, came {came:?}"));
            }
            Ok(())
        }
        Err(error) => Err(unexpected("a business error", error)),
        Ok(answer) => Err(unexpected_answer("a business error", answer)),
    }
}

async fn values(peer: &PeerServiceClient) -> Outcome {
    METAINFO.with(|metainfo| {
        metainfo.borrow_mut().set_persistent("TENANT", "acme");
        metainfo.borrow_mut().set_transient("STEP", "1");
    });
    let came = peer.metainfo("".into(), "".into()).await.map_err(|error| unexpected("the values", error))?;
    if came.persistents.get("TENANT").map(FastStr::as_str) != Some("acme")
        || came.transients.get("STEP").map(FastStr::as_str) != Some("1")
    {
        return Err(format!(
            "expected TENANT=acme and STEP=1, came persistent {:?} and transient {:?}",
            came.persistents, came.transients
        ));
    }
    Ok(())
}

async fn backward(peer: &PeerServiceClient) -> Outcome {
    peer.metainfo("SERVED_BY".into(), "me".into()).await.map_err(|error| unexpected("the values", error))?;
    METAINFO.with(|metainfo| match metainfo.borrow().get_backward_downstream("SERVED_BY") {
        Some(value) if value == "me" => Ok(()),
        _ => Err(format!("expected SERVED_BY=me, came {:?}", metainfo.borrow().get_all_backward_downstreams())),
    })
}

async fn names(peer: &PeerServiceClient) -> Outcome {
    let facts = peer.facts().await.map_err(|error| unexpected("the call's facts", error))?;
    if facts.caller != CALLER || facts.method != "facts" {
        return Err(format!("expected {CALLER} and facts, came '{}' and '{}'", facts.caller, facts.method));
    }
    Ok(())
}

async fn timeout_told(peer: &PeerServiceClient) -> Outcome {
    let facts = peer.facts().await.map_err(|error| unexpected("the call's facts", error))?;
    let told = facts.timeout_millis;
    if told <= 0 || told as u128 > PATIENCE.as_millis() {
        return Err(format!("expected at most {PATIENCE:?}, came {told} ms"));
    }
    Ok(())
}

async fn overtaking(peer: &PeerServiceClient) -> Outcome {
    let start = Instant::now();
    let slow = tokio::spawn({
        let peer = peer.clone();
        async move { peer.slow(1000, "slow".into()).await }
    });
    tokio::time::sleep(Duration::from_millis(100)).await;
    void(peer).await?;
    let took = start.elapsed();
    slow.await.map_err(|error| error.to_string())?.map_err(|error| unexpected("'slow'", error))?;
    if took > Duration::from_millis(700) {
        return Err(format!("expected the second call's answer first, came after {took:?}"));
    }
    Ok(())
}

fn failed_with(kinds: &[ApplicationExceptionKind], outcome: Result<FastStr, ClientError>) -> Outcome {
    let expected = format!("exception {kinds:?}");
    match outcome {
        Err(ClientError::Application(error)) if kinds.contains(&error.kind()) => Ok(()),
        Err(ClientError::Application(error)) => {
            Err(format!("expected {expected}, came {}: {error}", error.kind().as_i32()))
        }
        Err(error) => Err(unexpected(&expected, error)),
        Ok(answer) => Err(unexpected_answer(&expected, answer)),
    }
}

fn unexpected_answer(expected: &str, answer: FastStr) -> String {
    format!("expected {expected}, came the answer '{answer}'")
}

fn unexpected(expected: &str, error: ClientError) -> String {
    format!("expected {expected}, came {}", shortened(error.to_string()))
}

fn shortened(text: String) -> String {
    if text.chars().count() > 500 {
        return text.chars().take(500).collect::<String>() + "...";
    }
    text
}

fn everything() -> Everything {
    let point = |x, y| Point { x, y };
    Everything {
        flag: true,
        tiny: i8::MIN,
        small: i16::MAX,
        number: -1,
        large: i64::MAX,
        real: 0.1,
        text: "grüße, 世界 \u{1F600}\0".into(),
        bytes: Bytes::from_static(&[0, 0x80, 0xff]),
        color: Color::BLUE,
        names: vec!["".into(), "Zoë".into()],
        numbers: AHashSet::from_iter([4, 8, -15]),
        index: AHashMap::from_iter([("".into(), 0), ("max".into(), i64::MAX)]),
        point: point(1, Some(-2)),
        points: vec![point(3, None), point(4, Some(-2))],
        groups: AHashMap::from_iter([(1, vec!["a".into(), "b".into()]), (-1, vec![])]),
        places: AHashMap::from_iter([("home".into(), point(5, None))]),
        choice: Choice::Number(i64::MIN),
        remark: Some("bemerkt".into()),
        rank: Some(i32::MIN),
        child: Some(Box::new(sparse())),
        colors: Some(vec![Color::RED, Color::BLUE]),
        last: Some(true),
    }
}

/// Has nothing that may be left out, and what it has is empty.
fn sparse() -> Everything {
    Everything {
        flag: false,
        tiny: 0,
        small: 0,
        number: 0,
        large: 0,
        real: 0.0,
        text: "".into(),
        bytes: Bytes::new(),
        color: Color::RED,
        names: vec![],
        numbers: AHashSet::new(),
        index: AHashMap::new(),
        point: Point { x: 0, y: None },
        points: vec![],
        groups: AHashMap::new(),
        places: AHashMap::new(),
        choice: Choice::Text("".into()),
        remark: None,
        rank: None,
        child: None,
        colors: Some(vec![]),
        last: None,
    }
}

fn large() -> Everything {
    Everything { bytes: Bytes::from([0, 1, 0xff].repeat(700_000)), text: "ü".repeat(100_000).into(), ..sparse() }
}
