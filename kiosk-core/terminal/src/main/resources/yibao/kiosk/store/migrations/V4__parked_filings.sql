CREATE INDEX filing_parked ON filing (seq) WHERE state = 'PARKED';

PRAGMA user_version = 4;
