/// Takes an article's sentences, appearances and evidence away, and what then has nothing left to stand on.
final class ArticleRemover {
  private let database: Database
  private let facts: FactTable
  private let linker: EntityLinker

  init(database: Database, facts: FactTable, linker: EntityLinker) {
    self.database = database
    self.facts = facts
    self.linker = linker
  }

  /// Removes everything that was read from the article; its row stays for the new text.
  func removeContent(of article: Int64) throws {
    try facts.suspect(factsOf: article)
    try linker.noteRemoval(of: article)
    try database.run(
      """
      INSERT INTO search_sentences (search_sentences, rowid, text)
      SELECT 'delete', id, text FROM sentences WHERE article_id = ?
      """, article)
    // Sentences take their evidence and mentions along, appearances theirs.
    try database.run("DELETE FROM sentences WHERE article_id = ?", article)
    try database.run("DELETE FROM sections WHERE article_id = ?", article)
    try database.run("DELETE FROM appearances WHERE article_id = ?", article)
    try facts.sweep()
  }

  /// Removes the article; `EntityLinker.finish` brings the rest up to date.
  func remove(_ article: Int64) throws {
    try removeContent(of: article)
    try database.run("DELETE FROM articles WHERE id = ?", article)
  }
}
