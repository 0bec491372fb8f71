// A newer version of the service, with a method that no server knows: what an unknown method is answered with.
namespace java io.quarkiverse.volo.peers.newer
namespace go newer
namespace rs newer

service PeerService {
    void nothing()

    string added(1: string text)
}
