namespace Disclosure.Web.Components.Review;

/// <summary>The sentence beside a field that is still missing, or empty: nobody is reproached before trying to sign.</summary>
/// <param name="name">Name of the field as the rules say it.</param>
/// <param name="verb">What to do with it; 填写 when empty.</param>
public delegate string AskedFor(string name, string verb = "");
