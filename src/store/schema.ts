/** Marks the file as a ledger of ours in its SQLite header: "Dtnt". */
export const APPLICATION_ID = 0x44746e74;

const APPEND_ONLY = ['reports', 'codings', 'claims', 'claim_countries', 'messages', 'corrections'] as const;

/** Tables of the second step. */
const APPEND_ONLY_COPIES = ['fingerprints', 'fingerprint_keys', 'copies'] as const;

/**
 * The steps from one version of the ledger to the next; `user_version` counts those taken. A step that has been
 * released is never changed: a new one is added behind it.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE reports (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    published_on TEXT NOT NULL,
    title TEXT,
    title_end INTEGER,
    text TEXT NOT NULL,
    publisher TEXT,
    publisher_country TEXT,
    url TEXT,
    language TEXT NOT NULL,
    licence TEXT,
    origin TEXT NOT NULL,
    recorded_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX reports_by_day ON reports (published_on, id);

  -- One row for each time a coder read a report; the latest counts, the earlier ones stay.
  CREATE TABLE codings (
    seq INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (seq),
    coder TEXT NOT NULL,
    sentences INTEGER NOT NULL,
    with_claims INTEGER NOT NULL,
    without_claims INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    UNIQUE (report, coder)
  ) STRICT;
  CREATE INDEX codings_by_report ON codings (report, seq);

  CREATE TABLE claims (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    coding INTEGER NOT NULL REFERENCES codings (seq),
    report INTEGER NOT NULL REFERENCES reports (seq),
    kind TEXT NOT NULL,
    type TEXT,
    status TEXT NOT NULL,
    polarity TEXT NOT NULL,
    begin_day TEXT,
    end_day TEXT,
    published_on TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (coding, id)
  ) STRICT;
  CREATE INDEX claims_by_id ON claims (id);
  CREATE INDEX claims_by_report ON claims (report);

  CREATE TABLE claim_countries (
    claim INTEGER NOT NULL REFERENCES claims (seq),
    country TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
    PRIMARY KEY (claim, country, role)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX claim_countries_by_country ON claim_countries (country, claim);

  -- coding is null where the message came from reading the file, before any coder.
  CREATE TABLE messages (
    seq INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (seq),
    coding INTEGER REFERENCES codings (seq),
    rule TEXT NOT NULL,
    severity TEXT NOT NULL,
    text TEXT NOT NULL,
    span_start INTEGER,
    span_end INTEGER
  ) STRICT;
  CREATE INDEX messages_by_report ON messages (report);

  -- claim is null where the whole report is meant.
  CREATE TABLE corrections (
    seq INTEGER PRIMARY KEY,
    action TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (seq),
    claim TEXT,
    reason TEXT NOT NULL,
    made_by TEXT,
    recorded_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX corrections_by_report ON corrections (report);

  CREATE VIEW withdrawn_reports AS
    SELECT report FROM corrections WHERE action = 'withdraw' AND claim IS NULL;

  -- The claims that count: of the latest coding of a report, and withdrawn by nobody.
  CREATE VIEW standing_claims AS
    SELECT * FROM claims AS c
    WHERE NOT EXISTS (SELECT 1 FROM codings AS later WHERE later.report = c.report AND later.seq > c.coding)
      AND NOT EXISTS (
        SELECT 1 FROM corrections AS x
        WHERE x.report = c.report AND x.action = 'withdraw' AND (x.claim IS NULL OR x.claim = c.id)
      );

  CREATE VIRTUAL TABLE report_words USING fts5 (
    text, content = 'reports', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
  );
  CREATE TRIGGER reports_words AFTER INSERT ON reports BEGIN
    INSERT INTO report_words (rowid, text) VALUES (new.seq, new.text);
  END;

  -- A cache: it may be emptied at any time and comes back the same.
  CREATE TABLE pictures (
    side_a TEXT NOT NULL,
    side_b TEXT NOT NULL,
    as_of TEXT NOT NULL,
    state TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (side_a, side_b, as_of)
  ) STRICT, WITHOUT ROWID;

  ${APPEND_ONLY.map(guard).join('\n')}
  `,
  `
  -- What finds the near copies of a report; without a row here, its text is too short to tell.
  CREATE TABLE fingerprints (
    report INTEGER PRIMARY KEY REFERENCES reports (seq),
    signature BLOB NOT NULL
  ) STRICT;

  -- Reports that share a key are compared. One whose words all stand in another has no keys of its own.
  CREATE TABLE fingerprint_keys (
    key INTEGER NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (seq),
    PRIMARY KEY (key, report)
  ) STRICT, WITHOUT ROWID;

  -- Two reports of which one is a near copy of the other, a row for either side. Not every pair of a cluster has
  -- one: as many as hold it together.
  CREATE TABLE copies (
    report INTEGER NOT NULL REFERENCES reports (seq),
    other INTEGER NOT NULL REFERENCES reports (seq),
    similarity REAL NOT NULL,
    PRIMARY KEY (report, other)
  ) STRICT, WITHOUT ROWID;

  ${APPEND_ONLY_COPIES.map(guard).join('\n')}
  `,
  `
  -- The second claim of a word on a pair; the fields that a change sets, as JSON.
  ALTER TABLE corrections ADD COLUMN other TEXT;
  ALTER TABLE corrections ADD COLUMN change TEXT;

  -- The last coding of a report that names both countries: while it stays, so does their picture. A cache.
  CREATE TABLE dyad_codings (
    side_a TEXT NOT NULL,
    side_b TEXT NOT NULL,
    coding INTEGER NOT NULL,
    PRIMARY KEY (side_a, side_b)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO dyad_codings
    WITH named AS MATERIALIZED (
      SELECT DISTINCT c.coding, n.country FROM claims AS c JOIN claim_countries AS n ON n.claim = c.seq)
    SELECT a.country, b.country, max(a.coding)
    FROM named AS a JOIN named AS b ON b.coding = a.coding AND b.country > a.country
    GROUP BY a.country, b.country;
  `,
  `
  -- Words of the report that take an event as known; they are read with the claims beside them and never alone.
  ALTER TABLE codings ADD COLUMN refers_back TEXT NOT NULL DEFAULT '[]';
  `,
];

/** The version from which on near copies are looked for; reports of older ledgers are looked at when it is reached. */
export const COPIES_SINCE = 2;

/** Nothing that was recorded is changed or deleted, whoever opens the file. */
function guard(table: string): string {
  return ['UPDATE', 'DELETE']
    .map(
      (act) => `CREATE TRIGGER ${table}_no_${act.toLowerCase()} BEFORE ${act} ON ${table} BEGIN
        SELECT RAISE (ABORT, '${table} is append-only: add a correction instead');
      END;`,
    )
    .join('\n');
}
