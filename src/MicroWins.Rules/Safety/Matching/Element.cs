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

    /// <summary>True where it may begin with any word whatever.</summary>
    public virtual bool BeginsWithAny => false;

    /// <summary>Adds the numbers of the words with which it may begin; -1 stands for digits. Says nothing where it <see cref="BeginsWithAny"/>.</summary>
    public virtual void AddFirsts(List<int> firsts)
    {
    }

    /// <summary>The numbers of the words with which it may begin; -1 stands for digits, null for any word.</summary>
    public IEnumerable<int>? Firsts
    {
        get
        {
            if (BeginsWithAny) return null;
            var firsts = new List<int>();
            AddFirsts(firsts);
            return firsts;
        }
    }

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
    public sealed record Words(int[] Numbers, Vocabulary Vocabulary) : Element
    {
        const int NoNumber = int.MinValue;

        // Numbers up to which going through them is quicker, and far smaller, than a set.
        const int Few = 8;

        /// <summary>One of the words of several.</summary>
        public static Words Of(Words[] several)
        {
            var numbers = new List<int>(several.Length);
            foreach (var words in several)
                foreach (var number in words.Numbers)
                    if (!numbers.Contains(number)) numbers.Add(number);
            return new([.. numbers], several[0].Vocabulary);
        }

        public override int Span => 1;
        public override bool MayBeEmpty => false;
        public override bool MayBeSingle => true;
        public override void AddFirsts(List<int> firsts) => firsts.AddRange(Numbers);
        public override IEnumerable<int[]> Needs => [Numbers];
        public override IEnumerable<int> Said => Numbers;
        public override string Sample(int choice) => Vocabulary.Spelling(Numbers[choice % Numbers.Length]);

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

        // Made when it is first asked: few of them ever are. Two threads that come at once make the same.
        HashSet<int>? _many;

        bool Has(int[] numbers)
        {
            foreach (var number in numbers)
                if (number == _only || _only is NoNumber && IsAmong(number)) return true;
            return false;
        }

        bool IsAmong(int number) => Numbers.Length > Few ? (_many ??= [.. Numbers]).Contains(number) : Array.IndexOf(Numbers, number) >= 0;
    }

    /// <summary>A number in digits.</summary>
    public sealed record Digits : Element
    {
        public const int Number = -1;

        public override int Span => 1;
        public override bool MayBeEmpty => false;
        public override bool MayBeSingle => true;
        public override void AddFirsts(List<int> firsts) => firsts.Add(Number);
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
        public override bool BeginsWithAny => true;
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
        public override int Span { get; } = Longest(Alternatives);
        public override bool MayBeEmpty { get; } = Array.Exists(Alternatives, a => a.MayBeEmpty);
        public override bool BeginsWithAny { get; } = Array.Exists(Alternatives, a => a.BeginsWithAny);
        public override IEnumerable<int>? Seconds =>
            Alternatives.Any(a => a.Seconds is null) ? null : Alternatives.SelectMany(a => a.Seconds!);
        public override bool MayBeSingle => Alternatives.Any(a => a.MayBeSingle);

        public override void AddFirsts(List<int> firsts)
        {
            foreach (var alternative in Alternatives) alternative.AddFirsts(firsts);
        }

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

        static int Longest(Element[] alternatives)
        {
            var longest = 0;
            foreach (var alternative in alternatives) longest = Math.Max(longest, alternative.Span);
            return longest;
        }

        /// <summary>Puts alternatives together; those of one word become one set, which is looked up at once.</summary>
        public static Choice Of(Words[] words, Element[] others) => words.Length is 0 ? new(others) : new([words.Length is 1 ? words[0] : Words.Of(words), .. others]);
    }

    /// <summary>Stands only where something does not follow.</summary>
    public sealed record Unless(Element Following) : Element
    {
        public override int Span => 0;
        public override bool MayBeEmpty => true;
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
        public override int Span { get; } = Together(Elements);
        public override bool MayBeEmpty { get; } = Array.TrueForAll(Elements, e => e.MayBeEmpty);
        public override bool BeginsWithAny { get; } = MayBeginWithAny(Elements);
        public override IEnumerable<int[]> Needs => Elements.SelectMany(e => e.Needs);
        public override IEnumerable<int> Said => Elements.SelectMany(e => e.Said);
        public override string Sample(int choice) => string.Join(' ', Elements.Select(e => e.Sample(choice)).Where(s => s.Length > 0));

        public override void AddFirsts(List<int> firsts)
        {
            foreach (var element in Elements)
            {
                element.AddFirsts(firsts);
                if (!element.MayBeEmpty) break;
            }
        }

        static int Together(Element[] elements)
        {
            var span = 0;
            foreach (var element in elements) span += element.Span;
            return span;
        }

        // Looked at up to the first that must be there.
        static bool MayBeginWithAny(Element[] elements)
        {
            foreach (var element in elements)
            {
                if (element.BeginsWithAny) return true;
                if (!element.MayBeEmpty) break;
            }
            return false;
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
