//! The sweeps against separate searches and closed forms.
