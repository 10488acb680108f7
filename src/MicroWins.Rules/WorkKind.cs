namespace MicroWins.Rules;

/// <summary>Kinds of work, as far as they differ in rates, in first moves and in a person's pace.</summary>
public enum WorkKind
{
    /// <summary>Something else, or not known.</summary>
    Other,
    /// <summary>Essays, theses, letters of more than a line.</summary>
    Writing,
    /// <summary>Books, articles, textbook chapters.</summary>
    Reading,
    /// <summary>Problem sets, calculations, proofs.</summary>
    Problems,
    /// <summary>Flashcards and vocabulary.</summary>
    Flashcards,
    /// <summary>Getting ready for an exam, test or quiz.</summary>
    Exam,
    /// <summary>Finding and sifting sources, choosing a topic.</summary>
    Research,
    /// <summary>Programming, data analysis, websites.</summary>
    Coding,
    /// <summary>Sport, walking, stretching.</summary>
    Exercise,
    /// <summary>Putting things in order, packing, sorting, decluttering.</summary>
    Tidying,
    /// <summary>Cleaning, laundry, dishes, shopping, cooking.</summary>
    Chores,
    /// <summary>Forms, calls, appointments, emails, money.</summary>
    Admin,
    /// <summary>Drawing, composing, filming, stories.</summary>
    Creative,
    /// <summary>Practising an instrument or singing.</summary>
    Music,
    /// <summary>Learning a language.</summary>
    LanguageLearning,
    /// <summary>Health, eating, mindfulness, giving things up.</summary>
    Health,
    /// <summary>Going to bed, getting up, screens at night.</summary>
    Sleep,
    /// <summary>People: messages, friends, parties, speeches.</summary>
    Social,
    /// <summary>Slides, reports, reviews, applications, a business.</summary>
    Work,
}
