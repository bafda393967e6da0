package homeward.server.wire;

import homeward.exchange.PartyId;
import homeward.server.keys.SealingPublicKey;
import homeward.transcript.Hash;
import homeward.transcript.PublicKey;
import java.net.URI;
import java.util.Optional;

/**
 * Another party's node, as its people described it in person.
 *
 * @param nodeKey verifies its letters
 * @param sealingKey under which parcels are sealed for it; without it none can be sent there
 * @param url where its wire is, https://host:port
 * @param fingerprint the hash of its certificate, when it vouches for itself; otherwise authorities that this Java trusts have to
 */
public record Peer(
    PartyId party, PublicKey nodeKey, Optional<SealingPublicKey> sealingKey, URI url, Optional<Hash> fingerprint) {}
