//! Volo's code of the IDL that all programs share.

fn main() {
    let idl = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/main/thrift");
    volo_build::Builder::thrift()
        .add_service(idl.join("echo.thrift"))
        .filename("idl.rs".into())
        .write()
        .expect("code of the IDL");
}
