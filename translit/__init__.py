"""translit"""
