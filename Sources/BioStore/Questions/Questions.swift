/// Questions in English, answered from the database.
public enum Questions {}
