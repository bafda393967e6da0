/** The exchange protocol: what a side that trusts nobody builds, reads and runs for itself. */
module homeward.protocol {
  requires org.bouncycastle.provider;
  requires static transitive org.jspecify;

  exports homeward.balance;
  exports homeward.exchange;
  exports homeward.json;
  exports homeward.node;
  exports homeward.ruling;
  exports homeward.transcript;
  exports homeward.verify;
}
