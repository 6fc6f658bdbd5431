/// Opening, filling and asking the database file.
public enum Store {}
