namespace MicroWins.Rules.Sizing;

enum TokenKind { Word, Number, Clock, Quote, Stop, Comma, Colon, OpenParenthesis, CloseParenthesis, Dash, Sign }

/// <summary>A word, number or mark of a text; <paramref name="Start"/> and <paramref name="End"/> lead back to the clean line.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Folded.</param>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">Behind the last UTF-16 unit.</param>
/// <param name="Value">The number, where it is one.</param>
/// <param name="Joined">True where a hyphen or nothing stands between this and the token before.</param>
readonly record struct Token(TokenKind Kind, string Text, int Start, int End, double Value = 0, bool Joined = false);
