namespace BotKb.Knowledge.Uploads;

/// <summary>Why a file is not stored.</summary>
public enum UploadRefusal
{
    /// <summary>Nothing of its name is left once the folders are taken away.</summary>
    NoName,

    /// <summary>Its name holds a control character, or one that turns the direction of writing around.</summary>
    HiddenCharacter,

    /// <summary>Its name has more than <see cref="UploadName.MostBytes"/> bytes.</summary>
    LongName,

    /// <summary>Its name is one that programs give to temporary and hidden files.</summary>
    NotADocument,

    /// <summary>It has more bytes than <see cref="UploadOptions.MaxFileBytes"/>.</summary>
    TooLarge,

    /// <summary>It ended before its end.</summary>
    CutShort,

    /// <summary>The knowledge base holds a file of this name that other people may read.</summary>
    OtherReaders,

    /// <summary>The knowledge base was deleted, or the upload took longer than a day.</summary>
    Gone,

    /// <summary>The database did not take it.</summary>
    NotStored,
}
