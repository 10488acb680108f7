using System.Globalization;

namespace MicroWins.Benchmarks.Load;

/// <summary>Rows of text in columns.</summary>
sealed class Table(params string[] columns)
{
    readonly List<string[]> _rows = [columns];

    public void Add(params string[] cells) => _rows.Add(cells);

    public void Print(TextWriter to)
    {
        var widths = Enumerable.Range(0, columns.Length).Select(column => _rows.Max(row => column < row.Length ? row[column].Length : 0)).ToArray();
        foreach (var row in _rows)
            to.WriteLine("| " + string.Join(" | ", row.Select((cell, i) => i is 0 || i == columns.Length - 1 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))) + " |");
    }

    public static string Number(double number, int digits = 0) => number.ToString($"N{digits}", CultureInfo.InvariantCulture);
}
