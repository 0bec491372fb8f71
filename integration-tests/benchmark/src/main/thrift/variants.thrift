include "echo.thrift"

namespace java io.quarkiverse.volo.benchmark.variants

/** The same, served by a bean whose calls have an active request context. */
service ScopedEcho {
    echo.Message echoScoped(1: echo.Message message)
}

/** The same, served by a bean with a plain signature, which runs on a worker thread. */
service PlainEcho {
    echo.Message echoPlain(1: echo.Message message)
}

/** The same, with one more layer around its calls. */
service LayeredEcho {
    echo.Message echoLayered(1: echo.Message message)
}

/** The same, answered by another server. */
service ProxiedEcho {
    echo.Message echoProxied(1: echo.Message message)
}
