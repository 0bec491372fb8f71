//! What volo-build made of the IDL.
#![allow(warnings, clippy::all)]

include!(concat!(env!("OUT_DIR"), "/idl.rs"));

pub use self::idl::echo::*;
