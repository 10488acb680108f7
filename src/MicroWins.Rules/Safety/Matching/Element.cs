using System.Numerics;

namespace MicroWins.Rules.Safety.Matching;

/// <summary>A part of a phrase.</summary>
/// <remarks>
/// Places are bits: bit k of a mask stands for "k words after the start". An element turns the places where it may begin into those where it may
/// end, for all at once, so a phrase costs its own length at each start and nothing is ever tried twice.
/// </remarks>
abstract record Element
{
    /// <summary>Words that a phrase may span: one bit each, with room for the place after the last.</summary>
    public const int LongestSpan = 62;

    Element()
    {
    }

    /// <summary>The places where the element may end, given those where it may begin.</summary>
    public abstract ulong Ends(Reading reading, int start, ulong from);

    /// <summary>The most words that the element spans.</summary>
    public abstract int Span { get; }

    /// <summary>True where the element may span no word.</summary>
    public abstract bool MayBeEmpty { get; }

    /// <summary>The numbers of the words with which it may begin; -1 stands for digits, null for any word.</summary>
    public abstract IEnumerable<int>? Firsts { get; }

    /// <summary>The numbers of the words that may stand second in it; null for any word, and none where it spans one word at the most.</summary>
    public virtual IEnumerable<int>? Seconds => [];

    /// <summary>True where the element may span exactly one word.</summary>
    public virtual bool MayBeSingle => false;

    /// <summary>Sets of numbers of which one each must stand somewhere in the message for the element to match: a quick way to rule it out.</summary>
    public virtual IEnumerable<int[]> Needs => [];

    /// <summary>The numbers of the words that it says itself: neither those in gaps nor those that may be left out.</summary>
    public virtual IEnumerable<int> Said => [];

    /// <summary>A spelling of it; a choice takes the alternative with the given number, round and round.</summary>
    public abstract string Sample(int choice);

    /// <summary>One of some words or stems.</summary>
    public sealed record Words(int[] Numbers, string[] Spellings) : Element
    {
        const int NoNumber = int.MinValue;

        // Numbers up to which going through them is quicker, and far smaller, than a set.
        const int Few = 8;

        public override int Span => 1;
        public override bool MayBeEmpty => false;
        public override bool MayBeSingle => true;
        public override IEnumerable<int> Firsts => Numbers;
        public override IEnumerable<int[]> Needs => [Numbers];
        public override IEnumerable<int> Said => Numbers;
        public override string Sample(int choice) => Spellings[choice % Spellings.Length];

        public override ulong Ends(Reading reading, int start, ulong from)
        {
            var ends = 0UL;
            for (var rest = from; rest != 0; rest &= rest - 1)
            {
                var at = BitOperations.TrailingZeroCount(rest);
                if (start + at < reading.Length && Has(reading[start + at].Numbers)) ends |= 1UL << at + 1;
            }
            return ends;
        }

        // Most elements are one word; comparing is then far quicker than looking it up.
        readonly int _only = Numbers.Length is 1 ? Numbers[0] : NoNumber;

        readonly HashSet<int>? _many = Numbers.Length > Few ? [.. Numbers] : null;

        bool Has(int[] numbers)
        {
            foreach (var number in numbers)
                if (number == _only || _only is NoNumber && (_many?.Contains(number) ?? Array.IndexOf(Numbers, number) >= 0)) return true;
            return false;
        }
    }

    /// <summary>A number in digits.</summary>
    public sealed record Digits : Element
    {
        public const int Number = -1;

        public override int Span => 1;
        public override bool MayBeEmpty => false;
        public override bool MayBeSingle => true;
        public override IEnumerable<int> Firsts => [Number];
        public override string Sample(int choice) => "3";

        public override ulong Ends(Reading reading, int start, ulong from)
        {
            var ends = 0UL;
            for (var rest = from; rest != 0; rest &= rest - 1)
            {
                var at = BitOperations.TrailingZeroCount(rest);
                if (start + at < reading.Length && reading[start + at].IsNumber) ends |= 1UL << at + 1;
            }
            return ends;
        }
    }

    /// <summary>Up to a number of any words, within one sentence.</summary>
    public sealed record Gap(int Most) : Element
    {
        public override int Span => Most;
        public override bool MayBeEmpty => true;
        public override bool MayBeSingle => true;
        public override IEnumerable<int>? Firsts => null;
        public override IEnumerable<int>? Seconds => null;
        public override string Sample(int choice) => "";

        public override ulong Ends(Reading reading, int start, ulong from)
        {
            var (reached, edge) = (from, from);
            for (var step = 0; step < Most && edge != 0; step++)
            {
                var next = 0UL;
                for (var rest = edge; rest != 0; rest &= rest - 1)
                {
                    var at = BitOperations.TrailingZeroCount(rest);
                    if (start + at < reading.Length && reading[start + at].Before is not Pause.Sentence) next |= 1UL << at + 1;
                }
                edge = next & ~reached;
                reached |= next;
            }
            return reached;
        }
    }

    /// <summary>One of several sequences; an empty one makes it optional.</summary>
    public sealed record Choice(Element[] Alternatives) : Element
    {
        public override int Span { get; } = Alternatives.Max(a => a.Span);
        public override bool MayBeEmpty { get; } = Alternatives.Any(a => a.MayBeEmpty);
        public override IEnumerable<int>? Firsts =>
            Alternatives.Any(a => a.Firsts is null) ? null : Alternatives.SelectMany(a => a.Firsts!);
        public override IEnumerable<int>? Seconds =>
            Alternatives.Any(a => a.Seconds is null) ? null : Alternatives.SelectMany(a => a.Seconds!);
        public override bool MayBeSingle => Alternatives.Any(a => a.MayBeSingle);
        public override IEnumerable<int> Said => MayBeEmpty ? [] : Alternatives.SelectMany(a => a.Said);
        public override string Sample(int choice) => Alternatives[choice % Alternatives.Length].Sample(choice / Alternatives.Length);

        public override IEnumerable<int[]> Needs
        {
            get
            {
                var each = Alternatives.Select(a => a.MayBeEmpty ? null : a.Needs.MinBy(set => set.Length)).ToArray();
                return each.Contains(null) ? [] : [[.. each.SelectMany(set => set!).Distinct()]];
            }
        }

        public override ulong Ends(Reading reading, int start, ulong from)
        {
            var ends = 0UL;
            foreach (var alternative in Alternatives) ends |= alternative.Ends(reading, start, from);
            return ends;
        }

        /// <summary>Puts alternatives together; those of one word become one set, which is looked up at once.</summary>
        public static Choice Of(List<Sequence> alternatives)
        {
            var words = alternatives.Where(a => a.Elements is [Words]).Select(a => (Words)a.Elements[0]).ToArray();
            if (words.Length < 2) return new([.. alternatives]);
            var together = new Words([.. words.SelectMany(w => w.Numbers).Distinct()], [.. words.SelectMany(w => w.Spellings)]);
            return new([together, .. alternatives.Where(a => a.Elements is not [Words])]);
        }
    }

    /// <summary>Stands only where something does not follow.</summary>
    public sealed record Unless(Element Following) : Element
    {
        public override int Span => 0;
        public override bool MayBeEmpty => true;
        public override IEnumerable<int>? Firsts => [];
        public override string Sample(int choice) => "";

        public override ulong Ends(Reading reading, int start, ulong from)
        {
            var ends = 0UL;
            for (var rest = from; rest != 0; rest &= rest - 1)
            {
                var place = rest & ~(rest - 1);
                if (Following.Ends(reading, start, place) == 0) ends |= place;
            }
            return ends;
        }
    }

    /// <summary>The start or the end of a clause.</summary>
    public sealed record Edge : Element
    {
        public override int Span => 0;
        public override bool MayBeEmpty => true;
        public override IEnumerable<int>? Firsts => [];
        public override string Sample(int choice) => ",";

        public override ulong Ends(Reading reading, int start, ulong from)
        {
            var ends = 0UL;
            for (var rest = from; rest != 0; rest &= rest - 1)
            {
                var at = BitOperations.TrailingZeroCount(rest);
                if (reading.IsEdge(start + at)) ends |= 1UL << at;
            }
            return ends;
        }
    }

    /// <summary>Elements one after the other.</summary>
    public sealed record Sequence(Element[] Elements) : Element
    {
        public override int Span { get; } = Elements.Sum(e => e.Span);
        public override bool MayBeEmpty { get; } = Elements.All(e => e.MayBeEmpty);
        public override IEnumerable<int[]> Needs => Elements.SelectMany(e => e.Needs);
        public override IEnumerable<int> Said => Elements.SelectMany(e => e.Said);
        public override string Sample(int choice) => string.Join(' ', Elements.Select(e => e.Sample(choice)).Where(s => s.Length > 0));

        public override IEnumerable<int>? Firsts
        {
            get
            {
                var firsts = new List<int>();
                foreach (var element in Elements)
                {
                    if (element.Firsts is not { } some) return null;
                    firsts.AddRange(some);
                    if (!element.MayBeEmpty) break;
                }
                return firsts;
            }
        }

        public override bool MayBeSingle => MayBeEmpty
            ? Elements.Any(e => e.MayBeSingle)
            : Elements.Count(e => !e.MayBeEmpty) is 1 && Elements.Single(e => !e.MayBeEmpty).MayBeSingle;

        // Walks along with "no word yet" and "one word so far" until neither is possible any more.
        public override IEnumerable<int>? Seconds
        {
            get
            {
                var seconds = new List<int>();
                var (none, one) = (true, false);
                foreach (var element in Elements)
                {
                    var some = (none ? element.Seconds : []) is { } within && (one ? element.Firsts : []) is { } after ? within.Concat(after) : null;
                    if (some is null) return null;
                    seconds.AddRange(some);
                    (none, one) = (none && element.MayBeEmpty, one && element.MayBeEmpty || none && element.MayBeSingle);
                    if (!none && !one) break;
                }
                return seconds;
            }
        }

        public override ulong Ends(Reading reading, int start, ulong from)
        {
            foreach (var element in Elements)
            {
                if (from == 0) return 0;
                from = element.Ends(reading, start, from);
            }
            return from;
        }
    }
}
